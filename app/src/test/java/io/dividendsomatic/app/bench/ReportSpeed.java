package io.dividendsomatic.app.bench;

import com.sun.management.OperatingSystemMXBean;
import io.dividendsomatic.app.Dividendsomatic;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Intake;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every report and every page on PostgreSQL with durability on: alone, one request after the other, and by 16 connections
 * at once while files are imported.
 *
 * <p>Arguments: accounts, years, positions a day, seconds of each run (5 10 60 60 unless told).
 */
public final class ReportSpeed {
    private static final int CONNECTIONS = 16;
    private static final int FILES_A_DELIVERY = 20;
    private static final int ALONE = 20;
    private static final Duration BETWEEN_IMPORTS = Duration.ofSeconds(2);

    private final PrintStream out = System.out;
    private final Portfolios portfolios;
    private final ReportFiles files;
    private final ReportQuestions questions;
    private final Duration run;
    private LocalDate importedUntil;

    private ReportSpeed(int accounts, int years, int positions, int seconds) {
        this.portfolios = new Portfolios(accounts, years, positions);
        this.files = new ReportFiles(portfolios, accounts, positions);
        this.questions = new ReportQuestions(accounts, years, portfolios.lastDay());
        this.run = Duration.ofSeconds(seconds);
        this.importedUntil = portfolios.lastDay();
    }

    public static void main(String[] args) throws Exception {
        int[] sizes = args.length == 4
                ? Arrays.stream(args).mapToInt(Integer::parseInt).toArray()
                : new int[] {5, 10, 60, 60};
        new ReportSpeed(sizes[0], sizes[1], sizes[2], sizes[3]).run();
    }

    private void run() throws Exception {
        Path home = Files.createTempDirectory("dividendsomatic-bench");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                ConfigurableApplicationContext app = new SpringApplicationBuilder(Dividendsomatic.class)
                        .run(
                                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres")
                                        + "&reWriteBatchedInserts=true",
                                "--spring.datasource.username=postgres",
                                "--dividendsomatic.home=" + home,
                                "--server.port=0",
                                "--logging.level.root=WARN")) {
            tell(app);
            first(app);
            Map<String, IntFunction<String>> reports = questions.reports();
            Map<String, IntFunction<String>> pages = questions.pages();
            say("%n--- reports, one request after the other");
            alone(app, reports);
            say("%n--- pages, one request after the other");
            alone(app, pages);
            say("%n--- reports, %d connections while files are imported", CONNECTIONS);
            together(app, reports);
            say("%n--- pages, %d connections while files are imported", CONNECTIONS);
            together(app, pages);
        }
    }

    private void tell(ConfigurableApplicationContext app) throws Exception {
        long begin = System.nanoTime();
        Intake intake = app.getBean(Intake.class);
        JdbcClient jdbc = app.getBean(JdbcClient.class);
        List<Delivery> waiting = new ArrayList<>();
        int told = 0;
        for (byte[] content : (Iterable<byte[]>) Stream.concat(portfolios.contents(), files.statements())::iterator) {
            waiting.add(delivery(content));
            if (waiting.size() == FILES_A_DELIVERY) {
                told += waiting.size();
                intake.receive(List.copyOf(waiting));
                waiting.clear();
                while (told - recorded(jdbc) > FILES_A_DELIVERY * FILES_A_DELIVERY) {
                    Thread.sleep(10);
                }
            }
        }
        told += waiting.size();
        intake.receive(List.copyOf(waiting));
        while (recorded(jdbc) < told) {
            Thread.sleep(50);
        }
        say("%d files told in %d s", told, since(begin) / 1000);
    }

    private static Delivery delivery(byte[] content) {
        return new Delivery(FileSource.DIRECTORY, "told.csv", content, null, null);
    }

    private static long recorded(JdbcClient jdbc) {
        return jdbc.sql("SELECT COUNT(*) FROM holdings_file").query(Long.class).single();
    }

    /** What is folded from everything for the first time. */
    private void first(ConfigurableApplicationContext app) throws Exception {
        for (String path : List.of("transactions", "dividends", "reports/portfolio", "reports/reconciliation")) {
            long begin = System.nanoTime();
            Http.of(app).get("/api/v1/" + path);
            say("%s, the first answer: %d ms", path, since(begin));
        }
    }

    private void alone(ConfigurableApplicationContext app, Map<String, IntFunction<String>> asked) throws Exception {
        Http http = Http.of(app);
        for (Map.Entry<String, IntFunction<String>> one : asked.entrySet()) {
            ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
            int bytes = 0;
            long processor = 0;
            for (int n = 0; n < ALONE * 2; n++) {
                processor = n == ALONE ? processorNanos() : processor;
                long begin = System.nanoTime();
                bytes = Math.max(bytes, http.get(one.getValue().apply(n)).length());
                if (n >= ALONE) {
                    nanos.add(System.nanoTime() - begin);
                }
            }
            say(
                    "%-24s %s, processor %s ms, %d KB",
                    one.getKey(), quantiles(nanos), millis((processorNanos() - processor) / ALONE), bytes >> 10);
        }
    }

    private void together(ConfigurableApplicationContext app, Map<String, IntFunction<String>> asked) throws Exception {
        List<String> names = List.copyOf(asked.keySet());
        Map<String, ConcurrentLinkedQueue<Long>> nanos = new ConcurrentHashMap<>();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger next = new AtomicInteger();
        Http http = Http.of(app);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> imported = threads.submit(() -> importUntil(app, over));
            List<Future<Void>> connections = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.add(threads.submit(() -> {
                    while (!over.get()) {
                        int n = next.getAndIncrement();
                        String name = names.get(n % names.size());
                        String path = Objects.requireNonNull(asked.get(name)).apply(n / names.size());
                        long begin = System.nanoTime();
                        http.get(path);
                        nanos.computeIfAbsent(name, first -> new ConcurrentLinkedQueue<>())
                                .add(System.nanoTime() - begin);
                    }
                    return null;
                }));
            }
            Thread.sleep(run);
            over.set(true);
            for (Future<Void> connection : connections) {
                connection.get();
            }
            say(
                    "%d files imported, %d requests, %s a second; load of the machine %s",
                    imported.get(),
                    next.get(),
                    next.get() / run.toSeconds(),
                    BigDecimal.valueOf(
                                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                            .setScale(1, RoundingMode.HALF_EVEN));
        }
        ConcurrentLinkedQueue<Long> all = new ConcurrentLinkedQueue<>();
        names.forEach(name -> {
            say("%-24s %s", name, quantiles(nanos.getOrDefault(name, new ConcurrentLinkedQueue<>())));
            all.addAll(nanos.getOrDefault(name, new ConcurrentLinkedQueue<>()));
        });
        say("%-24s %s", "all", quantiles(all));
    }

    /** A day of positions of every account now and then, after the last one. */
    private int importUntil(ConfigurableApplicationContext app, AtomicBoolean over) throws Exception {
        Intake intake = app.getBean(Intake.class);
        LocalDate day = importedUntil.plusDays(1);
        int count = 0;
        while (!over.get()) {
            for (byte[] content : portfolios.contents(day)) {
                intake.receive(List.of(delivery(content)));
                count++;
                Thread.sleep(BETWEEN_IMPORTS);
                if (over.get()) {
                    break;
                }
            }
            importedUntil = day;
            day = day.plusDays(1);
        }
        return count;
    }

    private static String quantiles(ConcurrentLinkedQueue<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? "nothing"
                : "p50 %6s ms, p95 %6s ms, most %7s ms (%d)"
                        .formatted(
                                millis(sorted[sorted.length / 2]),
                                millis(sorted[sorted.length * 95 / 100]),
                                millis(sorted[sorted.length - 1]),
                                sorted.length);
    }

    /** Of this program and whoever asks it, without the database. */
    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    private static String millis(long nanos) {
        return BigDecimal.valueOf(nanos, 6).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
