package io.dividendsomatic.app.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.ingestion.intake.Retractions;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.statement.FxRateToBase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What other programs read from the schema {@code report_v1}, on either database. */
abstract class ReportViewsTest extends ReportingReadModelTest {
    private static final List<String> VIEWS =
            List.of("positions_daily", "dividends", "transactions", "cash", "fx", "reconciliation");
    private static final Path DOCUMENT = Path.of("docs/sql-schema.md");

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Retractions retractions;

    @Autowired
    ImportJournal journal;

    /** A row as a line of text, numbers without the zeros of their scale. */
    List<String> rows(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        Object cell = row.getObject(i);
                        cells.add(
                                cell instanceof BigDecimal decimal
                                        ? decimal.stripTrailingZeros().toPlainString()
                                        : String.valueOf(cell));
                    }
                    return String.join(" ", cells);
                })
                .list();
    }

    @Test
    void views_show_positions_of_reported_days_and_of_those_between() throws Exception {
        AccountId account = AccountId.parse("ibkr:U6600001");
        tell(march(account).toArray(ToldFile[]::new));

        assertThat(rows("SELECT broker, as_of, origin, isin, currency, quantity, market_value, cost_basis,"
                        + " unrealized_pnl, priced_on, price_source, quality FROM report_v1.positions_daily"
                        + " WHERE account = 'ibkr:U6600001' ORDER BY as_of"))
                .containsExactly(
                        "ibkr 2031-03-04 DERIVED US000000AA16 USD 100 1000 1001 -1 2031-03-04 TRADE RECONSTRUCTED",
                        "ibkr 2031-03-10 REPORTED US000000AA16 USD 100 1150 1001 149 2031-03-10 REPORT ACTUAL",
                        "ibkr 2031-03-12 DERIVED US000000AA16 USD 60 720 600.6 119.4 2031-03-12 TRADE RECONSTRUCTED");
    }

    @Test
    void views_show_bookings_payments_balances_rates_and_what_was_compared() throws Exception {
        AccountId account = AccountId.parse("ibkr:U6600002");
        tell(march(account).toArray(ToldFile[]::new));
        tell(file(account, "rates", 7, new FxRateToBase(day(10), USD, new FxRate(new BigDecimal("0.84")))));

        assertThat(rows("SELECT trade_date, kind, quantity, amount, currency, fee FROM report_v1.transactions"
                        + " WHERE account = 'ibkr:U6600002' ORDER BY trade_date"))
                .containsExactly(
                        "2031-03-03 DEPOSIT null 2000 USD null",
                        "2031-03-04 TRADE 100 -1001 USD -1",
                        "2031-03-12 TRADE -40 479 USD -1",
                        "2031-03-14 DIVIDEND null 30 USD null");
        assertThat(rows("SELECT pay_date, kind, gross, withholding_tax, net, reversed FROM report_v1.dividends"
                        + " WHERE account = 'ibkr:U6600002'"))
                .containsExactly("2031-03-14 DIVIDEND 30 0 30 false");
        assertThat(rows("SELECT as_of, balance, printed FROM report_v1.cash WHERE account = 'ibkr:U6600002'"
                        + " ORDER BY as_of"))
                .containsExactly(
                        "2031-03-03 2000 null", "2031-03-04 999 null", "2031-03-12 1478 null", "2031-03-14 1508 null");
        assertThat(rows("SELECT rate_date, currency, base, rate, kind FROM report_v1.fx"
                        + " WHERE source = 'ibkr:U6600002'"))
                .containsExactly("2031-03-10 USD null 0.84 ACCOUNT");
        String compared = "SELECT item, printed, ours, verdict FROM report_v1.reconciliation"
                + " WHERE account = 'ibkr:U6600002' AND item = 'POSITION_QUANTITY'";
        await().atMost(PATIENCE).until(() -> !rows(compared).isEmpty()); // nobody asks for it
        assertThat(rows(compared)).contains("POSITION_QUANTITY 100 100 MATCH");
    }

    @Test
    void views_follow_the_generation_that_answers() throws Exception {
        AccountId account = AccountId.parse("ibkr:U6600003");
        tell(march(account).toArray(ToldFile[]::new));
        String derived = "SELECT COUNT(*) FROM report_v1.positions_daily WHERE account = 'ibkr:U6600003'"
                + " AND origin = 'DERIVED'";
        assertThat(rows(derived)).containsExactly("2");
        transaction.executeWithoutResult(swap -> {
            jdbc.sql("UPDATE read_model SET generation = ?")
                    .param(OTHER_GENERATION)
                    .update();
            for (String view : VIEWS) {
                assertThat(rows("SELECT COUNT(*) FROM report_v1." + view))
                        .as(view)
                        .containsExactly("0");
            }
            swap.setRollbackOnly();
        });
        assertThat(rows(derived)).containsExactly("2");
    }

    @Test
    void a_file_that_is_taken_back_counts_in_no_course_and_in_no_view_until_it_is_restored() throws Exception {
        AccountId account = AccountId.parse("ibkr:U6600004");
        AccountId without = AccountId.parse("ibkr:U6600005");
        ToldFile sold = march(account).get(4);
        tell(march(account).toArray(ToldFile[]::new));
        tell(march(without).stream()
                .filter(file -> !file.name().equals(sold.name()))
                .toArray(ToldFile[]::new));
        List<String> before = told(account);
        assertThat(before).isNotEqualTo(told(without));

        assertThat(retractions.retract(sold.id(), "not mine")).isTrue();
        answered(sold);
        assertThat(told(account)).isEqualTo(told(without));
        assertThat(retractions.restore(sold.id())).isTrue();
        answered(sold);
        assertThat(told(account)).isEqualTo(before);
    }

    /** Until every account has answered, and the read models have it. */
    private void answered(ToldFile file) throws InterruptedException {
        assertThat(journal.await(file.id(), PATIENCE))
                .hasValueSatisfying(entry -> assertThat(entry.status()).isNotEqualTo(ImportEntry.Status.RUNNING));
        readModels.awaitStored(PATIENCE);
    }

    /** An account's course and what the views show of it, without its name. */
    private List<String> told(AccountId account) {
        List<String> told = new ArrayList<>(List.of(told(course(account, LATER))));
        String where = " WHERE account = '" + account + "' ORDER BY ";
        told.addAll(rows("SELECT as_of, origin, quantity, market_value, cost_basis, quality"
                + " FROM report_v1.positions_daily" + where + "as_of"));
        told.addAll(rows("SELECT trade_date, kind, amount FROM report_v1.transactions" + where + "trade_date, kind"));
        told.addAll(rows("SELECT as_of, balance FROM report_v1.cash" + where + "as_of"));
        return told.stream().map(line -> line.replace(account.number(), "")).toList();
    }

    @Test
    void every_column_is_documented() throws IOException {
        TreeMap<String, Set<String>> documented = new TreeMap<>();
        String view = "";
        for (String line : Files.readAllLines(DOCUMENT)) {
            if (line.startsWith("## ")) {
                view = line.substring(3);
            } else if (line.startsWith("| `")) {
                Matcher names = Pattern.compile("`(\\w+)`").matcher(line.substring(0, line.indexOf('|', 1)));
                while (names.find()) {
                    documented.computeIfAbsent(view, first -> new TreeSet<>()).add(names.group(1));
                }
            }
        }
        TreeMap<String, Set<String>> existing = new TreeMap<>();
        jdbc.sql("SELECT LOWER(table_name), LOWER(column_name) FROM information_schema.columns"
                        + " WHERE LOWER(table_schema) = 'report_v1'")
                .query(row -> {
                    existing.computeIfAbsent(row.getString(1), first -> new TreeSet<>())
                            .add(row.getString(2));
                });
        assertThat(documented).isEqualTo(existing);
        assertThat(existing.keySet()).containsExactlyInAnyOrderElementsOf(VIEWS);
    }
}
