package io.dividendsomatic.app.bench;

import com.sun.management.OperatingSystemMXBean;
import io.dividendsomatic.app.Dividendsomatic;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Intake;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Dividends of many accounts on PostgreSQL with durability on: sums and the calendar over HTTP, the first answer after a
 * file and those that follow, and the rebuild of the read model against COPY of the same rows.
 *
 * <p>Arguments: accounts of 2,000 payments each (50 unless told), and how many rebuilds to measure (1 unless told): of
 * more than one nothing else is measured.
 */
public final class DividendSpeed {
    private static final List<String> TABLES = List.of("event", "telling", "payment", "expected", "split", "settled");
    private static final List<String> GROUPINGS =
            List.of("year", "month", "instrument", "account", "currency", "country");
    private static final int REQUESTS = 500;
    private static final int FILES_A_DELIVERY = 20;
    private static final int ROUNDS = 5;
    private static final Duration LOOK = Duration.ofSeconds(4);
    /** Of the processors' time between two looks, more than what only watches takes. */
    private static final Duration BUSY = Duration.ofMillis(400);

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final PrintStream out = System.out;
    private final DividendFiles files;
    private final int rebuilds;

    private DividendSpeed(DividendFiles files, int rebuilds) {
        this.files = files;
        this.rebuilds = rebuilds;
    }

    public static void main(String[] args) throws Exception {
        int accounts = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        int rebuilds = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        new DividendSpeed(new DividendFiles(accounts), rebuilds).run();
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
            if (rebuilds == 1) {
                answers(app);
            }
            awaitRest();
            for (int round = 0; round < rebuilds; round++) {
                rebuild(app, postgres);
                awaitDropped(app);
                awaitRest();
            }
            say("load average: %s", MACHINE.getSystemLoadAverage());
        }
    }

    private void answers(ConfigurableApplicationContext app) throws Exception {
        String year = "asOf=" + DividendFiles.LAST;
        once(app, "sums by year, the first answer", "/api/v1/dividends/summary?groupBy=year");
        once(app, "calendar, the first answer", "/api/v1/dividends/calendar?" + year);
        pages(app, "sums of everything", n -> "/api/v1/dividends/summary?groupBy=" + GROUPINGS.get(n % 6));
        pages(
                app,
                "sums of a year",
                n -> "/api/v1/dividends/summary?groupBy=%s&from=%2$d-01-01&to=%2$d-12-31"
                        .formatted(GROUPINGS.get(n % 6), aYear(n)));
        pages(
                app,
                "sums of an account",
                n -> "/api/v1/dividends/summary?groupBy=%s&account=%s"
                        .formatted(GROUPINGS.get(n % 6), DividendFiles.account(n * 7 % files.accounts())));
        pages(app, "calendar of the year to come", n -> "/api/v1/dividends/calendar?" + year);
        pages(
                app,
                "calendar of any month",
                n -> "/api/v1/dividends/calendar?%1$s&from=%2$d-%3$02d-01&to=%2$d-%3$02d-28"
                        .formatted(year, aYear(n), 1 + n % 12));
        pages(
                app,
                "calendar of any year",
                n -> "/api/v1/dividends/calendar?%1$s&from=%2$d-01-01&to=%2$d-12-31".formatted(year, aYear(n)));
        for (int account = 0; account < ROUNDS; account++) {
            afterOneMore(app, account, year);
        }
    }

    /** The first answers after a file of one account has been stored and applied. */
    private void afterOneMore(ConfigurableApplicationContext app, int account, String year) throws Exception {
        app.getBean(Intake.class)
                .receive(List.of(new Delivery(FileSource.DIRECTORY, "more.csv", files.oneMore(account), null, null)));
        while (Http.of(app).get("/api/v1/admin/projections").matches("(?s).*\"lag\":[1-9].*")) {
            Thread.sleep(20);
        }
        once(app, "sums by year, first after a file", "/api/v1/dividends/summary?groupBy=year");
        once(app, "sums by instrument, first after a file", "/api/v1/dividends/summary?groupBy=instrument");
        once(app, "calendar, first after a file", "/api/v1/dividends/calendar?" + year);
    }

    private static int aYear(int n) {
        return DividendFiles.FIRST.getYear() + n * 7 % 20;
    }

    private void tell(ConfigurableApplicationContext app) throws Exception {
        long begin = System.nanoTime();
        List<Delivery> waiting = new ArrayList<>();
        waiting.add(new Delivery(FileSource.DIRECTORY, "rates.csv", files.rates(), null, null));
        Intake intake = app.getBean(Intake.class);
        for (byte[] statement : (Iterable<byte[]>) files.statements()::iterator) {
            waiting.add(new Delivery(FileSource.DIRECTORY, "statement.csv", statement, null, null));
            if (waiting.size() == FILES_A_DELIVERY) {
                intake.receive(List.copyOf(waiting));
                waiting.clear();
            }
        }
        intake.receive(List.copyOf(waiting));
        String total = "\"total\":" + files.payments() + ",";
        while (!Http.of(app)
                .get("/api/v1/dividends?size=1&asOf=" + DividendFiles.LAST)
                .contains(total)) {
            Thread.sleep(500);
        }
        say("%d payments from the files' bytes until they are listed: %d ms", files.payments(), since(begin));
    }

    private void once(ConfigurableApplicationContext app, String what, String path) throws Exception {
        long begin = System.nanoTime();
        String answer = Http.of(app).get(path);
        say("%s: %d ms, %s", what, since(begin), answer.replaceAll("(?s).*(\"total\":\\d+).*", "$1"));
    }

    private void pages(ConfigurableApplicationContext app, String what, IntFunction<String> path) throws Exception {
        Http http = Http.of(app);
        long[] nanos = new long[REQUESTS];
        for (int i = 0; i < REQUESTS + GROUPINGS.size(); i++) {
            long begin = System.nanoTime();
            http.get(path.apply(i));
            nanos[i % REQUESTS] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        say("%s: p50 %s ms, p99 %s ms", what, millis(nanos[REQUESTS / 2]), millis(nanos[REQUESTS * 99 / 100]));
    }

    private void rebuild(ConfigurableApplicationContext app, EmbeddedPostgres postgres) throws Exception {
        JdbcClient jdbc = app.getBean(JdbcClient.class);
        long rows = 0;
        long copyNanos = 0;
        for (String table : TABLES) {
            String name = "dividends_" + table;
            rows += jdbc.sql("SELECT COUNT(*) FROM " + name).query(Long.class).single();
            copyNanos += copy(postgres, name);
        }
        long cpuBegin = MACHINE.getProcessCpuTime();
        long begin = System.nanoTime();
        String location = Http.of(app).post("/api/v1/admin/projections/dividends/rebuild?accept=auto");
        while (!Http.of(app).get(location).contains("ACCEPTED")) {
            Thread.sleep(50);
        }
        long nanos = System.nanoTime() - begin;
        say(
                "rebuild of %d rows: %d ms, %d ms of processor time here, COPY of them: %d ms, so %s of COPY",
                rows,
                Duration.ofNanos(nanos).toMillis(),
                Duration.ofNanos(MACHINE.getProcessCpuTime() - cpuBegin).toMillis(),
                Duration.ofNanos(copyNanos).toMillis(),
                BigDecimal.valueOf(copyNanos).divide(BigDecimal.valueOf(nanos), 2, RoundingMode.HALF_EVEN));
    }

    /** Until what new files leave to be worked out has been: it would be measured too. */
    private static void awaitRest() throws InterruptedException {
        Duration before = Duration.ofDays(-1);
        Duration now = Duration.ofNanos(MACHINE.getProcessCpuTime());
        while (now.minus(before).compareTo(BUSY) > 0) {
            Thread.sleep(LOOK);
            before = now;
            now = Duration.ofNanos(MACHINE.getProcessCpuTime());
        }
    }

    /** Until the rows of the generation before are gone: they would be copied too. */
    private static void awaitDropped(ConfigurableApplicationContext app) throws InterruptedException {
        JdbcClient jdbc = app.getBean(JdbcClient.class);
        while (jdbc.sql("SELECT COUNT(*) FROM rebuild WHERE to_drop IS NOT NULL")
                        .query(Long.class)
                        .single()
                > 0) {
            Thread.sleep(200);
        }
    }

    /** Nanoseconds of COPY into an empty table with the same keys. */
    private static long copy(EmbeddedPostgres postgres, String table) throws SQLException, IOException {
        Path rows = Files.createTempFile("rows", ".copy");
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try (OutputStream file = Files.newOutputStream(rows)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", file);
            }
            statement.execute("CREATE TABLE bench (LIKE " + table + " INCLUDING ALL)");
            try (InputStream file = Files.newInputStream(rows)) {
                long begin = System.nanoTime();
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY bench FROM STDIN", file, 1 << 16);
                long nanos = System.nanoTime() - begin;
                statement.execute("DROP TABLE bench");
                return nanos;
            }
        } finally {
            Files.delete(rows);
        }
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
