package io.dividendsomatic.app.ledger;

import static io.dividendsomatic.app.ledger.Rows.ALFA;
import static io.dividendsomatic.app.ledger.Rows.BETA;
import static io.dividendsomatic.app.ledger.Rows.balance;
import static io.dividendsomatic.app.ledger.Rows.day;
import static io.dividendsomatic.app.ledger.Rows.dividend;
import static io.dividendsomatic.app.ledger.Rows.file;
import static io.dividendsomatic.app.ledger.Rows.position;
import static io.dividendsomatic.app.ledger.Rows.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.dividends.history.projection.DividendsReadModel;
import io.dividendsomatic.portfolio.holdings.HeldDays;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.Snapshots;
import io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel;
import io.dividendsomatic.portfolio.instruments.Instruments;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import io.dividendsomatic.portfolio.transactions.projection.TransactionsReadModel;
import io.dividendsomatic.portfolio.transactions.settling.ReconciliationQuery;
import io.dividendsomatic.portfolio.transactions.settling.Reconciliations;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What all read models tell of the accounts of such files, in a form that compares. */
abstract class PicturedFiles extends TakenBackFiles {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** What files tell of transactions and dividends, and what follows from it. */
    static final List<String> SETTLED = List.of(
            "transactions_booking",
            "transactions_gain",
            "transactions_cash",
            "transactions_question",
            "transactions_derived_day",
            "transactions_position_day",
            "transactions_reconciliation",
            "dividends_payment",
            "dividends_expected",
            "dividends_split");

    @Autowired
    Generations generations;

    @Autowired
    HeldDays held;

    @Autowired
    Snapshots snapshots;

    @Autowired
    Instruments instruments;

    @Autowired
    Reconciliations reconciliations;

    @Autowired
    JdbcClient jdbc;

    static void same(Map<String, List<String>> is, Map<String, List<String>> should, String when) {
        should.forEach(
                (part, lines) -> assertThat(is.get(part)).as(part + " " + when).containsExactlyElementsOf(lines));
    }

    /** Files that overlap in every way: facts told twice, restated, days confirmed and corrected. */
    static List<ToldFile> life(AccountId account) {
        Instrument beta = new Instrument("BETA", null, null, "7002", null, null, null, null, null);
        return List.of(
                file(account, "first half", 1, trade(3, ALFA, "1", "10", "9"), dividend(5, ALFA, "4")),
                file(
                        account,
                        "whole",
                        4,
                        dividend(5, ALFA, "4"),
                        dividend(5, ALFA, "4"),
                        trade(3, ALFA, "1", "10", "9.5"),
                        tax(5, "-1")),
                file(account, "second half", 2, trade(9, ALFA, "2", "-10", "11"), balance(9, At.END_OF_DAY, "18")),
                file(account, "corrected", 3, trade(9, ALFA, "2", "-10", "12"), tax(5, "-1")),
                file(account, "cash", 5, balance(3, At.START_OF_DAY, "500"), dividend(5, ALFA, "4")),
                file(account, "list", 6, new InstrumentDetail(beta.completedBy(BETA)), trade(11, beta, "3", "-2", "7")),
                file(account, "report", 7, position(4, ALFA, "10", "90"), split(20)),
                file(
                        account,
                        "same report",
                        8,
                        position(4, ALFA, "10.0", "90"),
                        split(20),
                        trade(12, BETA, "4", "5", "8")),
                file(account, "other report", 9, position(4, ALFA, "12", "91"), position(15, BETA, "3", "20")),
                file(account, "february", 10, trade(-9, ALFA, "5", "3", "8"), position(-1, ALFA, "3", "24")),
                file(account, "april", 11, position(38, ALFA, "9", "80"), balance(38, At.END_OF_DAY, "21")),
                file(account, "april again", 12, position(38, ALFA, "9", "81")),
                file(account, "end of april", 13, position(60, BETA, "3", "20")));
    }

    private static WithholdingTax tax(int ofMarch, String amount) {
        return new WithholdingTax(
                new CashMovement(day(ofMarch), Money.of(amount, "USD"), null, null, "US Tax", References.NONE),
                ALFA,
                null);
    }

    private static CorporateAction split(int ofMarch) {
        return new CorporateAction(
                day(ofMarch),
                null,
                null,
                CorporateAction.Kind.SPLIT,
                "FS",
                ALFA,
                Quantity.of("10"),
                null,
                null,
                null,
                null,
                null,
                false,
                "ALFA Split 2 for 1",
                References.NONE);
    }

    /** Everything that the read models tell of an account now, with the names of its files; not what is about arrival. */
    Map<String, List<String>> picture(AccountId account, List<ToldFile> told) {
        Map<String, String> names =
                told.stream().collect(Collectors.toMap(file -> file.id().sha256(), ToldFile::name));
        Map<String, List<String>> picture = new TreeMap<>();
        int transactions = generations.active(TransactionsReadModel.NAME);
        reconciliations.lines(
                transactions,
                LATER,
                new ReconciliationQuery(List.of(account), null, null, null, Set.of(), Set.of()),
                0,
                1);
        Holdings answer = holdings.answer(new HoldingsOn(day(31), LATER, List.of(account), null));
        picture.put("holdings", answer.items().stream().map(Object::toString).toList());
        picture.put(
                "days",
                snapshots.list(account, day(31), LATER, Pageable.unpaged()).stream()
                        .filter(line -> line.supersededAt() == null)
                        .map(line -> line.asOf() + " " + line.fileId() + " " + line.positions() + " "
                                + snapshots
                                        .current(account, line.asOf(), LATER)
                                        .orElseThrow()
                                        .positions())
                        .toList());
        picture.put(
                "accounts",
                held.summaries(day(31), LATER).stream()
                        .filter(summary -> summary.account().equals(account))
                        .map(Object::toString)
                        .toList());
        picture.put("instruments", said(account));
        picture.put("actions", actions(account));
        for (String table : SETTLED) {
            int generation = generations.active(
                    table.startsWith("dividends") ? DividendsReadModel.NAME : TransactionsReadModel.NAME);
            picture.put(
                    table,
                    rows(table, generation).stream()
                            .filter(row -> row.contains("ACCOUNT=" + account + "|"))
                            .map(row -> row.replaceAll("(ROW_HASH|RECORDED_AT)=[^|]*", ""))
                            .toList());
        }
        picture.replaceAll((part, lines) -> lines.stream()
                .map(line -> line.replace(account.toString(), "")
                        .replace(account.broker().code(), ""))
                .map(line -> HASH.matcher(line).replaceAll(hash -> names.get(hash.group())))
                .map(line -> line.replaceAll("[0-9a-f]{32}", "fact"))
                .map(line -> line.replaceAll("(SOURCES|sources)=", "$1|"))
                .map(line -> Stream.of(line.split("[|;,\\[\\]]", -1))
                        .map(String::strip)
                        .sorted()
                        .collect(Collectors.joining("|")))
                .sorted()
                .toList());
        return picture;
    }

    /** Which line shows it first hangs on the order of arrival: a fact that is told again names nothing anew. */
    private List<String> said(AccountId account) {
        return jdbc.sql("SELECT symbol, isin, name, conid, currency, first_day, last_day FROM holdings_instrument said"
                        + " WHERE generation = ? AND account = ? AND NOT EXISTS (SELECT 1 FROM"
                        + " holdings_instrument_absence gone WHERE gone.generation = said.generation"
                        + " AND gone.account = said.account AND gone.wording = said.wording"
                        + " AND gone.absent_until IS NULL)")
                .params(generations.active(HoldingsReadModel.NAME), account.toString())
                .query((row, number) -> text(row))
                .list();
    }

    private List<String> actions(AccountId account) {
        return instruments.find(java.util.Objects.requireNonNull(ALFA.isin()), LATER).stream()
                .flatMap(detail -> detail.actions().stream())
                .filter(action -> action.account().equals(account))
                .map(Object::toString)
                .toList();
    }

    /** Everything but the generation. */
    List<String> rows(String table, int generation) {
        return jdbc
                .sql("SELECT * FROM " + table + " WHERE generation = ?")
                .param(generation)
                .query((row, number) -> text(row))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String name = row.getMetaData().getColumnName(i).toUpperCase(Locale.ROOT);
            text.append(name.equals("GENERATION") ? "" : name + "=" + cell(row, i) + "|");
        }
        return text.toString();
    }

    /** Drivers print a number in more than one way. */
    private static @Nullable String cell(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof BigDecimal number ? number.toPlainString() : row.getString(column);
    }
}
