package io.dividendsomatic.app.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.ledger.lots.Gap;
import io.dividendsomatic.portfolio.ledger.lots.RealizedGain;
import io.dividendsomatic.portfolio.ledger.reconciliation.Item;
import io.dividendsomatic.portfolio.ledger.reconciliation.ReconciliationLine;
import io.dividendsomatic.portfolio.ledger.reconciliation.Verdict;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What real Activity Statements come to in the ledger, by figures that were computed from the files by other means. */
class ActivityLedgerTest {
    private static final LocalDate END_OF_2019 = LocalDate.of(2019, 12, 31);
    private static final LocalDate END_OF_2020 = LocalDate.of(2020, 12, 31);

    @Test
    void quantities_chain_through_split_and_spin_off_to_the_printed_positions() {
        AccountBooks books = russian();
        assertThat(lines(books, Item.POSITION_QUANTITY, END_OF_2019))
                .containsExactly("MATCH TSLA 6 6", "MATCH VTI 10 10");
        assertThat(lines(books, Item.POSITION_QUANTITY, END_OF_2020))
                .containsExactly(
                        "MATCH LI 61 61",
                        "MATCH MAC 83 83",
                        "MATCH MO 55 55",
                        "MATCH OKE 64 64",
                        "MATCH OXY 72 72",
                        "MATCH RDS B 61 61",
                        "MATCH SLB 15 15",
                        "MATCH SPG 22 22",
                        "MATCH VLO 17 17",
                        "MATCH VTI 104 104",
                        "MATCH WFC 34 34");
        assertThat(books.ledger().fifo().gaps()).extracting(Gap::reason).isEmpty();
        assertThat(books.position("TSLA").at(LocalDate.of(2020, 8, 28)))
                .satisfies(day ->
                        assertThat(Objects.requireNonNull(day).quantity()).hasToString("25"));
        assertThat(books.position("OXY.WAR").quantity()).hasToString("0");
        assertThat(books.position("OXYW").quantity()).hasToString("0");
    }

    @Test
    void costs_are_those_that_the_broker_prints() {
        AccountBooks books = russian();
        assertThat(verdicts(books, Item.POSITION_COST, END_OF_2019)).containsOnly(Verdict.MATCH);
        assertThat(verdicts(books, Item.POSITION_COST, END_OF_2020)).containsOnly(Verdict.MATCH);
    }

    @Test
    void printed_totals_are_the_sums_of_the_rows() {
        AccountBooks books = russian();
        assertThat(lines(books, Item.DIVIDENDS, END_OF_2019)).containsOnly("MATCH USD 9.56 9.56");
        assertThat(lines(books, Item.WITHHOLDING_TAX, END_OF_2019)).containsOnly("MATCH USD -0.96 -0.96");
        assertThat(lines(books, Item.DEPOSITS, END_OF_2019)).containsOnly("MATCH RUB 263500 263500");
        assertThat(lines(books, Item.FEES, END_OF_2019)).containsOnly("MATCH RUB 0 0");
        assertThat(lines(books, Item.DIVIDENDS, END_OF_2020)).containsOnly("MATCH USD 286.95 286.95");
        assertThat(lines(books, Item.WITHHOLDING_TAX, END_OF_2020)).containsOnly("MATCH USD -26.99 -26.99");
        assertThat(lines(books, Item.DEPOSITS, END_OF_2020)).containsOnly("MATCH RUB 991000 991000");
        assertThat(lines(books, Item.INTEREST, END_OF_2020)).containsOnly("MATCH RUB -0.39 -0.39");
        assertThat(lines(books, Item.FEES, END_OF_2020))
                .containsOnly("MATCH RUB -1153.72 -1153.72", "MATCH EUR -4.41 -4.41");
    }

    @Test
    void printed_values_are_read_as_they_are_printed() {
        assertThat(russian().reconciliation())
                .filteredOn(line -> line.item() == Item.NET_ASSET_VALUE)
                .extracting(ReconciliationLine::printed)
                .extracting(Objects::toString)
                .containsExactlyInAnyOrder("287989.3236037", "2619261.308241474");
    }

    /** The cash is all that ours differs by, and it does so for the charges of which the currency is not sure. */
    @Test
    void values_of_our_own_break_by_what_the_cash_breaks_by() {
        AccountBooks books = russian();
        assertThat(lines(books, Item.NET_ASSET_VALUE, END_OF_2019))
                .containsExactly("BREAK RUB 287989.3236037 287971.3896037");
        for (ReconciliationLine line : broken(books, Item.NET_ASSET_VALUE, END_OF_2019)) {
            assertThat(line.difference()).hasToString("17.934");
            assertThat(line.sources()).extracting(source -> source.line()).contains(18, 96, 97, 98, 99, 100, 101, 102);
        }
        // 7877.20 of listed positions, of which the file prints 7685.40, and 281.26 of cash
        assertThat(lines(demo(), Item.NET_ASSET_VALUE, LocalDate.of(2020, 12, 31)))
                .containsExactly("BREAK USD 7981.9 8158.46");
    }

    @Test
    void a_balance_that_breaks_for_charges_of_an_unknown_currency_names_their_rows() {
        AccountBooks books = russian();
        assertThat(lines(books, Item.CASH, END_OF_2019))
                .containsExactly(
                        "BREAK RUB 230.2015 -159.4145",
                        "BREAK RUB 31145.9111437 31127.9771437",
                        "BREAK USD 499.0671 505.0671");
        for (ReconciliationLine line : broken(books, Item.CASH, END_OF_2019)) {
            assertThat(line.sources())
                    .extracting(source -> source.line())
                    .contains(96, 97, 98, 99, 100, 101, 102)
                    .hasSize(8);
        }
        for (ReconciliationLine line : broken(books, Item.COMMISSIONS, END_OF_2019)) {
            assertThat(line.sources()).extracting(source -> source.line()).contains(96, 97, 98, 99, 100, 101, 102);
        }
        assertThat(lines(books, Item.CASH, END_OF_2020)).contains("MATCH EUR 0 0", "MATCH GBP 0 0");
    }

    @Test
    void printed_dividends_that_contradict_the_rows_are_shown_with_both_figures() {
        AccountBooks books = demo();
        assertThat(lines(books, Item.DIVIDENDS, LocalDate.of(2020, 12, 31))).containsOnly("BREAK USD 365.4 80.32");
        assertThat(lines(books, Item.DIVIDENDS, LocalDate.of(2021, 12, 31))).containsOnly("BREAK USD 523.64 682.35");
        assertThat(lines(books, Item.DIVIDENDS, LocalDate.of(2022, 12, 31))).containsOnly("BREAK USD 1056.48 1035.08");
        assertThat(broken(books, Item.DIVIDENDS, LocalDate.of(2021, 12, 31)))
                .allSatisfy(line -> assertThat(line.sources()).hasSizeGreaterThanOrEqualTo(34));
    }

    @Test
    void positions_roll_forward_from_year_to_year() {
        AccountBooks books = demo();
        for (int year = 2020; year <= 2022; year++) {
            assertThat(verdicts(books, Item.POSITION_QUANTITY, LocalDate.of(year, 12, 31)))
                    .containsOnly(Verdict.MATCH);
        }
        assertThat(lines(books, Item.POSITION_QUANTITY, LocalDate.of(2022, 12, 31)))
                .hasSize(19)
                .contains("MATCH JNJ 6 6", "MATCH AFL 9 9", "MATCH ADM 12 12");
        assertThat(books.ledger().fifo().gaps()).isEmpty();
    }

    @Test
    void a_trade_that_is_told_as_order_executions_and_lots_is_realized_once() {
        List<RealizedGain> gains = Books.only(Samples.file("ibkr-activity/DaPaleta__ibkr-tax-summary__EXAMPLE_CSV.csv"))
                .ledger()
                .fifo()
                .gains();
        assertThat(gains)
                .extracting(gain -> gain.instrument().symbol() + " " + gain.quantity() + " " + gain.brokerStated())
                .containsExactly("SPY 5 354.15", "QQQ 40 1451.28");
    }

    private static AccountBooks russian() {
        return Books.only(
                activity("ibzakharov__interactive-brokers-tax__2019"),
                activity("ibzakharov__interactive-brokers-tax__2020"));
    }

    private static AccountBooks demo() {
        return Books.only(
                activity("Shearwater1978__ibkr-tax-gemini__U12345678_2020"),
                activity("Shearwater1978__ibkr-tax-gemini__U12345678_2021"),
                activity("Shearwater1978__ibkr-tax-gemini__U12345678_2022"));
    }

    private static Path activity(String name) {
        return Samples.file("ibkr-activity/" + name + ".csv");
    }

    private static List<ReconciliationLine> of(AccountBooks books, Item item, LocalDate end) {
        return books.reconciliation().stream()
                .filter(line -> line.item() == item && line.verdict() != Verdict.NOT_STATED)
                .filter(line -> line.period() != null && line.period().to().equals(end))
                .toList();
    }

    private static List<ReconciliationLine> broken(AccountBooks books, Item item, LocalDate end) {
        return of(books, item, end).stream()
                .filter(line -> line.verdict() == Verdict.BREAK)
                .toList();
    }

    private static List<Verdict> verdicts(AccountBooks books, Item item, LocalDate end) {
        return of(books, item, end).stream().map(ReconciliationLine::verdict).toList();
    }

    private static List<String> lines(AccountBooks books, Item item, LocalDate end) {
        return of(books, item, end).stream()
                .map(line -> line.verdict()
                        + " "
                        + (line.instrument() == null
                                ? line.currency()
                                : line.instrument().label())
                        + " "
                        + line.printed()
                        + " "
                        + line.ours())
                .sorted()
                .toList();
    }
}
