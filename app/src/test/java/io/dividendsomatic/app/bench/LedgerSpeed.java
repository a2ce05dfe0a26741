package io.dividendsomatic.app.bench;

import io.dividendsomatic.app.Dividendsomatic;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The ledger over many trades of one account, on PostgreSQL with durability on: from a file's bytes to its booking and to an
 * answer that knows it, with nothing and with much known before, and pages of gains and transactions over HTTP.
 *
 * <p>Arguments: trades known before, trades that come then (100000 10000 unless told).
 */
public final class LedgerSpeed {
    private static final AccountId ACCOUNT = AccountId.parse("ibkr:U0000001");
    private static final AccountId EMPTY = AccountId.parse("ibkr:U0000002");
    private static final AccountId OTHER = AccountId.parse("ibkr:U0000003");
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final int TRADES_A_DAY = 40;
    private static final int INSTRUMENTS = 50;
    private static final int REQUESTS = 300;
    private static final long LOOK_MILLIS = 20;

    private final PrintStream out = System.out;

    private LedgerSpeed() {}

    public static void main(String[] args) throws Exception {
        int known = args.length == 2 ? Integer.parseInt(args[0]) : 100_000;
        int more = args.length == 2 ? Integer.parseInt(args[1]) : 10_000;
        new LedgerSpeed().run(known, more);
    }

    private void run(int known, int more) throws Exception {
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
            book(app, OTHER, 0, more); // to warm up
            say("%d trades into an empty account: %s", more, book(app, EMPTY, 0, more));
            say("%d trades into an empty account: %s", known, book(app, ACCOUNT, 0, known));
            say("%d trades into %d known: %s", more, known, book(app, ACCOUNT, known, known + more));
            pages(app, "/api/v1/realized-gains?size=100&year=%d&page=%d");
            pages(app, "/api/v1/transactions?size=100&from=%d-01-01&page=%d");
            pages(app, "/api/v1/holdings?size=500&asOf=%d-12-31");
        }
    }

    /** Milliseconds from the bytes of a file to its booking, and to the answer that counts its trades. */
    private record Times(long booked, long answered) {
        @Override
        public String toString() {
            return "booked after %d ms, answered after %d ms".formatted(booked, answered);
        }
    }

    private static Times book(ConfigurableApplicationContext app, AccountId account, int from, int to)
            throws Exception {
        byte[] content = content(account, from, to);
        ImportJournal journal = app.getBean(ImportJournal.class);
        long begin = System.nanoTime();
        FileId file = app.getBean(Intake.class)
                .receive(new Delivery(FileSource.DIRECTORY, "trades.csv", content, account, null))
                .file();
        while (journal.completed(List.of(file)).isEmpty()) {
            Thread.sleep(LOOK_MILLIS);
        }
        long booked = System.nanoTime();
        Http http = Http.of(app);
        while (!http.get("/api/v1/accounts").contains(account.toString())
                || !http.get("/api/v1/transactions?size=1&account=" + account).contains("\"total\":" + to)) {
            Thread.sleep(LOOK_MILLIS);
        }
        return new Times(
                Duration.ofNanos(booked - begin).toMillis(),
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    /** Ten are bought and nine of them sold in turn, instrument by instrument. */
    private static byte[] content(AccountId account, int from, int to) {
        long firstTrade = Long.parseLong(account.number().substring(1)) * 1_000_000_000L;
        StringBuilder csv = new StringBuilder("\"ISIN\",\"FIGI\",\"CUSIP\",\"Conid\",\"Symbol\",\"CurrencyPrimary\","
                + "\"FXRateToBase\",\"TradeID\",\"TradeDate\",\"Quantity\",\"TradePrice\",\"Taxes\",\"Buy/Sell\","
                + "\"ListingExchange\"\n");
        for (int i = from; i < to; i++) {
            boolean buys = i / INSTRUMENTS % 2 == 0;
            LocalDate day = FIRST.plusDays(i / TRADES_A_DAY);
            csv.append(
                    "\"\",\"\",\"\",\"%d\",\"SYM%d\",\"USD\",\"0.84\",\"%d\",\"%s\",\"%s\",\"%s\",\"0\",\"%s\",\"NYSE\"\n"
                            .formatted(
                                    900_000 + i % INSTRUMENTS,
                                    i % INSTRUMENTS,
                                    firstTrade + i,
                                    day.format(DateTimeFormatter.BASIC_ISO_DATE),
                                    buys ? "10" : "-9",
                                    BigDecimal.valueOf(1_000 + i % 900, 2),
                                    buys ? "BUY" : "SELL"));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void pages(ConfigurableApplicationContext app, String path) throws Exception {
        Http http = Http.of(app);
        long[] nanos = new long[REQUESTS];
        for (int i = 0; i < REQUESTS * 2; i++) {
            String asked = path.formatted(FIRST.getYear() + i % 7, i * 7 % 40);
            long begin = System.nanoTime();
            http.get(asked);
            if (i >= REQUESTS) {
                nanos[i - REQUESTS] = System.nanoTime() - begin;
            }
        }
        Arrays.sort(nanos);
        say("%s: p50 %s ms, p99 %s ms", path, millis(nanos[REQUESTS / 2]), millis(nanos[REQUESTS * 99 / 100]));
    }

    private static String millis(long nanos) {
        return BigDecimal.valueOf(nanos, 6).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
