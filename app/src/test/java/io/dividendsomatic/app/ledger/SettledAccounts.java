package io.dividendsomatic.app.ledger;

import static io.dividendsomatic.app.ledger.Rows.file;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.admin.ReadModels;
import io.dividendsomatic.app.config.Processors;
import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.app.holdings.ToldFiles;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.transactions.Gain;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.portfolio.transactions.LedgerView;
import io.dividendsomatic.portfolio.transactions.Transaction;
import io.dividendsomatic.portfolio.transactions.TransactionFilter;
import io.dividendsomatic.portfolio.transactions.projection.TransactionsReadModel;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Tells files and asks what the ledger made of them, on either database. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(ToldFiles.class)
@DirtiesContext
abstract class SettledAccounts {
    static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final List<String> SETTLED = List.of("booking", "gain", "cash", "question");
    private static final Pattern LINES = Pattern.compile("(\\{\"fileId\":\"[^\"]*\",\"line\":\\d+\\},?)+");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    @Autowired
    Intake intake;

    @Autowired
    ToldFiles files;

    @Autowired
    Processors processors;

    @Autowired
    ReadModels readModels;

    @Autowired
    TransactionsReadModel model;

    @Autowired
    Generations generations;

    @Autowired
    LedgerView ledger;

    @Autowired
    JdbcClient jdbc;

    List<Transaction> transactions(AccountId account, Instant knownAt) {
        return ledger.transactions(
                        question(account, knownAt), new TransactionFilter(null, null, Set.of(), null), 0, 100)
                .items();
    }

    List<Gain> gains(AccountId account, Instant knownAt) {
        return ledger.gains(question(account, knownAt), null, null, Method.FIFO, 0, 100)
                .items();
    }

    static LedgerOn question(AccountId account, Instant knownAt) {
        return new LedgerOn(null, knownAt, List.of(account), null);
    }

    void tell(ToldFile... told) throws Exception {
        for (ToldFile file : told) {
            intake.receive(files.deliver(file));
        }
        await().atMost(PATIENCE).until(() -> Stream.of(told).allMatch(this::isRead));
        readModels.awaitStored(PATIENCE);
    }

    boolean isRead(ToldFile file) {
        return jdbc.sql("SELECT COUNT(*) FROM holdings_file WHERE generation = ? AND account = ? AND file_id = ?")
                        .params(
                                generations.active(HoldingsReadModel.NAME),
                                file.account().toString(),
                                file.id().sha256())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** The account's settled rows with the names of its files; identities hang on the account's name. */
    Map<String, List<String>> settled(AccountId account, List<ToldFile> told) {
        Map<String, String> names =
                told.stream().collect(Collectors.toMap(file -> file.id().sha256(), ToldFile::name));
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : SETTLED) {
            tables.put(
                    table,
                    rows(table, generations.active(TransactionsReadModel.NAME)).stream()
                            .filter(row -> row.contains(account + "|"))
                            .map(row -> row.replaceAll("ROW_HASH=[^|]*", "").replace(account.toString(), ""))
                            .map(row -> HASH.matcher(row).replaceAll(hash -> names.get(hash.group())))
                            .map(row -> LINES.matcher(row)
                                    .replaceAll(lines -> Stream.of(lines.group().split("(?<=\\}),"))
                                            .sorted()
                                            .collect(Collectors.joining(","))))
                            .map(row -> row.replaceAll("[0-9a-f]{32}", "fact").replace("SOURCES=", "SOURCES|"))
                            .map(row ->
                                    Stream.of(row.split("[|;]", -1)).sorted().collect(Collectors.joining("|")))
                            .sorted()
                            .toList());
        }
        return tables;
    }

    /** Everything but the generation. */
    List<String> rows(String table, int generation) {
        return jdbc
                .sql("SELECT * FROM transactions_" + table + " WHERE generation = ?")
                .param(generation)
                .query((row, number) -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String name = row.getMetaData().getColumnName(i).toUpperCase(Locale.ROOT);
                        text.append(name.equals("GENERATION") ? "" : name + "=" + cell(row, i) + "|");
                    }
                    return text.toString();
                })
                .list()
                .stream()
                .sorted()
                .toList();
    }
    /** Drivers print a number in more than one way. */
    private static @Nullable String cell(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof BigDecimal number ? number.toPlainString() : row.getString(column);
    }
}
