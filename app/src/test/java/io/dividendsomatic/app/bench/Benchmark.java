package io.dividendsomatic.app.bench;

import io.dividendsomatic.app.Dividendsomatic;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.FileStreams;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.portfolio.eventstore.EventSerializer;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.postgresql.PGConnection;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The readers of files by themselves; then one run on one PostgreSQL, durability on: the limit (COPY), the way of a file
 * from its bytes to answered holdings, the rebuild of the holdings view, answers over HTTP, and the start. Prints rates
 * and their ratios to COPY.
 *
 * <p>Arguments: accounts, years, positions a day (5 10 60 unless told).
 */
public final class Benchmark {
    private static final int FILES_A_DELIVERY = 20;
    private static final int UNDER_WAY = 400;
    private static final int ROW_EVENTS = 200_000;
    private static final int REQUESTS = 2_000;

    private final PrintStream out = System.out;
    private final Portfolios portfolios;

    private Benchmark(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    public static void main(String[] args) throws Exception {
        int[] sizes = args.length == 3
                ? Arrays.stream(args).mapToInt(Integer::parseInt).toArray()
                : new int[] {5, 10, 60};
        new Benchmark(new Portfolios(sizes[0], sizes[1], sizes[2])).run();
    }

    private void run() throws Exception {
        say(
                "%d accounts, %d files, %d position rows; heap %d MB; %d cores",
                portfolios.accounts(),
                portfolios.files(),
                portfolios.rows(),
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors());
        BrokerFile.ALL.forEach(
                file -> say("reader, %s: %s", file.reader(), ReaderSpeed.measure(file, ReaderSpeed.ROWS)));
        Path home = Files.createTempDirectory("dividendsomatic-bench");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            try (ConfigurableApplicationContext app = start(postgres, home, "new JVM, empty database")) {
                measure(app, postgres);
            }
            start(postgres, home, "again in the same JVM, with all the data").close();
        }
    }

    private ConfigurableApplicationContext start(EmbeddedPostgres postgres, Path home, String how) {
        long begin = System.nanoTime();
        ConfigurableApplicationContext app = new SpringApplicationBuilder(Dividendsomatic.class)
                .run(
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres")
                                + "&reWriteBatchedInserts=true",
                        "--spring.datasource.username=postgres",
                        "--dividendsomatic.home=" + home,
                        "--server.port=0",
                        "--logging.level.root=WARN");
        say(
                "start (%s): %d ms",
                how, Duration.ofNanos(System.nanoTime() - begin).toMillis());
        return app;
    }

    private void measure(ConfigurableApplicationContext app, EmbeddedPostgres postgres) throws Exception {
        JdbcClient jdbc = app.getBean(JdbcClient.class);
        long endToEnd = endToEnd(app, jdbc);
        long copy = copyPositions(postgres);
        long rebuild = rebuild(app);
        long copyEvents = copyEvents(app, postgres);
        long packed = appendRows(app, RowsParsed.MAX_ROWS, 10);
        long single = appendRows(app, 1, 1_000);
        say("COPY of the same position rows: %d rows/s", copy);
        say("file bytes to answered holdings: %d rows/s, %s of COPY", endToEnd, ratio(endToEnd, copy));
        say("COPY of single row events: %d rows/s", copyEvents);
        say("append, %d rows an event: %d rows/s, %s of COPY", RowsParsed.MAX_ROWS, packed, ratio(packed, copyEvents));
        say("append, one row an event: %d rows/s, %s of COPY", single, ratio(single, copyEvents));
        say("rebuild of the holdings view: %d rows/s, %s of COPY", rebuild, ratio(rebuild, copy));
        answers(app);
        say(
                "database: %s",
                jdbc.sql("SELECT pg_size_pretty(pg_database_size(current_database()))")
                        .query(String.class)
                        .single());
    }

    /** From files on the disk, written before, to holdings that are right over HTTP. */
    private long endToEnd(ConfigurableApplicationContext app, JdbcClient jdbc) throws Exception {
        List<Path> files = write();
        Intake intake = app.getBean(Intake.class);
        long begin = System.nanoTime();
        for (int from = 0; from < files.size(); from += FILES_A_DELIVERY) {
            List<Delivery> batch = new ArrayList<>();
            for (Path file : files.subList(from, Math.min(files.size(), from + FILES_A_DELIVERY))) {
                String name = file.getFileName().toString();
                batch.add(new Delivery(FileSource.DIRECTORY, name, Files.readAllBytes(file), null, null));
            }
            intake.receive(batch);
            while (from % UNDER_WAY == 0 && from - recorded(jdbc) > UNDER_WAY) {
                Thread.sleep(10);
            }
        }
        while (!holdingsAnswer(app)) {
            Thread.sleep(50);
        }
        return perSecond(portfolios.rows(), begin);
    }

    private List<Path> write() throws IOException {
        Path folder = Files.createTempDirectory("files");
        List<Path> files = new ArrayList<>();
        for (Iterator<byte[]> contents = portfolios.contents().iterator(); contents.hasNext(); ) {
            files.add(Files.write(folder.resolve("day-%05d.csv".formatted(files.size())), contents.next()));
        }
        return files;
    }

    private static long recorded(JdbcClient jdbc) {
        return jdbc.sql("SELECT COUNT(*) FROM holdings_file").query(Long.class).single();
    }

    private boolean holdingsAnswer(ConfigurableApplicationContext app) throws Exception {
        if (recorded(app.getBean(JdbcClient.class)) < portfolios.files()) {
            return false;
        }
        String answer = Http.of(app).get("/api/v1/holdings?size=500&asOf=" + portfolios.lastDay());
        if (!answer.contains("\"total\":" + portfolios.positions())) {
            throw new IllegalStateException("unexpected holdings: " + answer.substring(0, 300));
        }
        return true;
    }

    private long copyPositions(EmbeddedPostgres postgres) throws SQLException, IOException {
        Path rows = Files.createTempFile("positions", ".copy");
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                OutputStream file = Files.newOutputStream(rows)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY holdings_position TO STDOUT", file);
        }
        return copyIn(postgres, "holdings_position", rows, portfolios.rows());
    }

    /** COPY into an empty table with the keys of another; rows a second. */
    private static long copyIn(EmbeddedPostgres postgres, String like, Path rows, long count)
            throws SQLException, IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                InputStream file = Files.newInputStream(rows)) {
            statement.execute("CREATE TABLE bench (LIKE " + like + " INCLUDING ALL)");
            long begin = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY bench FROM STDIN", file, 1 << 16);
            long rate = perSecond(count, begin);
            statement.execute("DROP TABLE bench");
            return rate;
        } finally {
            Files.delete(rows);
        }
    }

    private long copyEvents(ConfigurableApplicationContext app, EmbeddedPostgres postgres)
            throws SQLException, IOException {
        EventSerializer serializer = app.getBean(EventSerializer.class);
        List<RowVerdict> rows = sampleRows(app);
        FileId file = FileId.of("copy".getBytes(StandardCharsets.UTF_8));
        Path lines = Files.createTempFile("events", ".copy");
        try (BufferedWriter out = Files.newBufferedWriter(lines)) {
            for (int i = 0; i < ROW_EVENTS; i++) {
                RowsParsed event = new RowsParsed(file, 1, List.of(rows.get(i % rows.size())));
                byte[] payload = serializer.serialize(event, byte[].class).getData();
                out.write(
                        "%d\tcopy\t%d\tFile\tid-%d\t2031-03-03T10:00:00.000Z\tingestion.RowsParsed\t1\t\\\\x%s\t\\\\x7b7d\n"
                                .formatted(i, i, i, HexFormat.of().formatHex(payload)));
            }
        }
        return copyIn(postgres, "event", lines, ROW_EVENTS);
    }

    /** Rows through the event store, on streams that no processor reads. */
    private long appendRows(ConfigurableApplicationContext app, int rowsAnEvent, int eventsATransaction) {
        EventStore store = app.getBean(EventStore.class);
        TransactionManager transactions = app.getBean(TransactionManager.class);
        List<RowVerdict> sample = sampleRows(app);
        List<RowVerdict> chunk = new ArrayList<>();
        for (int i = 0; i < rowsAnEvent; i++) {
            chunk.add(sample.get(i % sample.size()));
        }
        String stream = "bench-" + rowsAnEvent;
        FileId file = FileId.of(stream.getBytes(StandardCharsets.UTF_8));
        long begin = System.nanoTime();
        int events = ROW_EVENTS / rowsAnEvent;
        for (int next = 0; next < events; ) {
            DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
            work.attachTransaction(transactions);
            int from = next;
            int to = Math.min(events, next + eventsATransaction);
            work.execute(() -> {
                List<GenericDomainEventMessage<RowsParsed>> messages = new ArrayList<>();
                for (int i = from; i < to; i++) {
                    messages.add(new GenericDomainEventMessage<>("Bench", stream, i, new RowsParsed(file, 1, chunk)));
                }
                store.publish(messages);
            });
            next = to;
        }
        return perSecond((long) events * rowsAnEvent, begin);
    }

    private List<RowVerdict> sampleRows(ConfigurableApplicationContext app) {
        FileId file = FileId.of(portfolios.contents().findFirst().orElseThrow());
        try (Stream<RowVerdict> rows = app.getBean(FileStreams.class).rows(file)) {
            return rows.toList();
        }
    }

    private long rebuild(ConfigurableApplicationContext app) throws Exception {
        long begin = System.nanoTime();
        String location = Http.of(app).post("/api/v1/admin/projections/holdings/rebuild?accept=auto");
        String state = Http.of(app).get(location);
        while (!state.contains("ACCEPTED")) {
            Thread.sleep(50);
            state = Http.of(app).get(location);
        }
        return perSecond(portfolios.rows(), begin);
    }

    private void answers(ConfigurableApplicationContext app) throws Exception {
        List<java.time.LocalDate> days = portfolios.days().toList();
        long[] nanos = new long[REQUESTS];
        for (int i = 0; i < REQUESTS * 2; i++) {
            String path = "/api/v1/holdings?size=500&asOf=" + days.get((int) (i * 7919L % days.size()));
            long begin = System.nanoTime();
            Http.of(app).get(path);
            if (i >= REQUESTS) {
                nanos[i - REQUESTS] = System.nanoTime() - begin;
            }
        }
        Arrays.sort(nanos);
        say(
                "/holdings on any day: p50 %s ms, p99 %s ms",
                millis(nanos[REQUESTS / 2]), millis(nanos[REQUESTS * 99 / 100]));
    }

    private static long perSecond(long count, long begin) {
        return count * 1_000_000_000L / (System.nanoTime() - begin);
    }

    private static String ratio(long one, long other) {
        return java.math.BigDecimal.valueOf(one)
                .divide(java.math.BigDecimal.valueOf(other), 2, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String millis(long nanos) {
        return java.math.BigDecimal.valueOf(nanos, 6)
                .setScale(1, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
