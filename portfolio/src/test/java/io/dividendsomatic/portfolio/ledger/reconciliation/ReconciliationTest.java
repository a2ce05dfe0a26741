package io.dividendsomatic.portfolio.ledger.reconciliation;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.BETA;
import static io.dividendsomatic.portfolio.ledger.Told.EUR;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.USD;
import static io.dividendsomatic.portfolio.ledger.Told.dividend;
import static io.dividendsomatic.portfolio.ledger.Told.fact;
import static io.dividendsomatic.portfolio.ledger.Told.file;
import static io.dividendsomatic.portfolio.ledger.Told.movement;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.cash.CashLedger;
import io.dividendsomatic.portfolio.ledger.cash.OpeningBalance;
import io.dividendsomatic.portfolio.ledger.lots.LotFold;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.NetAssetValue;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.OpenPosition.Detail;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.PrintedTotal.Topic;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade.Level;
import io.dividendsomatic.portfolio.statement.TradeTime;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final LocalDate DAY = LocalDate.of(2031, 1, 31);
    private static final Period JANUARY = new Period(LocalDate.of(2031, 1, 1), DAY);

    @Test
    void a_position_that_our_lots_give_matches_in_quantity_and_cost() {
        List<ReconciliationLine> lines = compare(
                position(ALFA, "100", "1001"),
                trade(JANUARY_10, ALFA, "100", "10").fee("1").row());
        assertThat(lines)
                .extracting(ReconciliationLine::item)
                .containsExactly(Item.POSITION_QUANTITY, Item.POSITION_COST);
        assertThat(lines).extracting(ReconciliationLine::verdict).containsOnly(Verdict.MATCH);
    }

    @Test
    void a_position_that_the_broker_does_not_list_is_zero_there() {
        List<ReconciliationLine> lines = compare(
                position(ALFA, "100", "1000"),
                trade(JANUARY_10, ALFA, "100", "10").row(),
                trade(JANUARY_10, BETA, "5", "1").row());
        assertThat(lines)
                .filteredOn(line -> line.verdict() == Verdict.BREAK)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.instrument()).isEqualTo(BETA);
                    assertThat(line.difference()).isEqualTo(Amount.of("-5"));
                });
    }

    @Test
    void a_position_before_any_booking_is_not_ours_to_state() {
        assertThat(compare(position(ALFA, "100", "1000")))
                .extracting(ReconciliationLine::verdict)
                .containsOnly(Verdict.NOT_STATED);
    }

    @Test
    void a_balance_breaks_with_printed_less_ours() {
        ReconciliationLine line =
                only(compare(cash(At.END_OF_DAY, "1065.2"), new Deposit(movement(JANUARY_10, "934.59", "USD", null))));
        assertThat(line.verdict()).isEqualTo(Verdict.BREAK);
        assertThat(line.printed()).isEqualTo(Amount.of("1065.2"));
        assertThat(line.ours()).isEqualTo(Amount.of("934.59"));
        assertThat(line.difference()).isEqualTo(Amount.of("130.61"));
    }

    @Test
    void half_a_unit_of_the_last_printed_digit_is_rounding_and_more_is_not() {
        assertThat(only(compare(
                                cash(At.END_OF_DAY, "500.13"),
                                new Deposit(movement(JANUARY_10, "500.125", "USD", null))))
                        .verdict())
                .isEqualTo(Verdict.MATCH);
        assertThat(only(compare(
                                cash(At.END_OF_DAY, "500.13"),
                                new Deposit(movement(JANUARY_10, "500.124", "USD", null))))
                        .verdict())
                .isEqualTo(Verdict.BREAK);
        assertThat(only(compare(cash(At.END_OF_DAY, "500"), new Deposit(movement(JANUARY_10, "500.4", "USD", null))))
                        .verdict())
                .isEqualTo(Verdict.BREAK);
    }

    @Test
    void each_figure_has_the_tolerance_of_its_own_digits() {
        List<ReconciliationLine> lines = compare(
                List.of(total(Topic.DIVIDENDS, "10.12"), total(Topic.WITHHOLDING_TAX, "-1.123456")),
                dividend(JANUARY_10, ALFA, "10.124", null),
                new WithholdingTax(movement(JANUARY_10, "-1.123457", "USD", null), ALFA, null));
        assertThat(lines).extracting(ReconciliationLine::verdict).containsExactly(Verdict.MATCH, Verdict.BREAK);
    }

    @Test
    void zeros_that_were_printed_are_digits_too() {
        Deposit ours = new Deposit(movement(JANUARY_10, "500.004", "USD", null));
        assertThat(only(compare(cash(At.END_OF_DAY, "500"), ours)).verdict()).isEqualTo(Verdict.MATCH);
        assertThat(only(compare(new CashBalance(DAY, USD, false, At.END_OF_DAY, Amount.of("500"), 4), ours))
                        .verdict())
                .isEqualTo(Verdict.BREAK);
    }

    @Test
    void figures_of_one_topic_in_one_table_are_parts_of_one_sum() {
        ReconciliationLine line = only(compare(
                List.of(labelled("Deposits", "1011"), labelled("Withdrawals", "-20")),
                new Deposit(movement(JANUARY_10, "1011", "USD", null)),
                new Withdrawal(movement(JANUARY_10, "-20", "USD", null))));
        assertThat(line.printed()).isEqualTo(Amount.of("991"));
        assertThat(line.verdict()).isEqualTo(Verdict.MATCH);
        assertThat(line.sources()).hasSize(2);
    }

    @Test
    void a_figure_that_is_printed_twice_is_one_line_that_names_both_places() {
        ReconciliationLine line = only(compare(
                List.of(labelled("Total", "1011"), labelled("Total in USD", "1011")),
                new Deposit(movement(JANUARY_10, "1011", "USD", null))));
        assertThat(line.verdict()).isEqualTo(Verdict.MATCH);
        assertThat(line.sources()).hasSize(2);
    }

    @Test
    void a_balance_that_breaks_names_the_conversions_whose_charge_may_be_in_another_currency() {
        FxConversion conversion = new FxConversion(
                TradeTime.on(JANUARY_10),
                Money.of("100", "USD"),
                Money.of("-84", "EUR"),
                null,
                Money.of("-2", "EUR"),
                Level.ORDER,
                null,
                References.NONE);
        ReconciliationLine line = only(compare(cash(At.END_OF_DAY, "97.7"), conversion));
        assertThat(line.verdict()).isEqualTo(Verdict.BREAK);
        assertThat(line.sources()).contains(new SourceRef(file("january"), 1)).hasSize(2);
    }

    @Test
    void units_of_no_known_currency_are_those_that_the_file_prints_in_one() {
        assertThat(compare(
                        position(ALFA, "4", "40"),
                        new Transfer(
                                JANUARY_10, ALFA, Quantity.of("4"), null, null, null, null, null, References.NONE)))
                .extracting(ReconciliationLine::verdict)
                .containsExactly(Verdict.MATCH, Verdict.NOT_STATED);
    }

    @Test
    void a_total_is_compared_with_the_bookings_that_its_file_tells() {
        ReconciliationLine line = only(compare(
                total(Topic.WITHHOLDING_TAX, "-18"),
                new WithholdingTax(movement(JANUARY_10, "-12.6", "USD", null), ALFA, null),
                new WithholdingTax(movement(JANUARY_10.minusYears(1), "-5.4", "USD", null), ALFA, null)));
        assertThat(line.verdict()).isEqualTo(Verdict.MATCH);
    }

    @Test
    void payments_in_lieu_count_as_dividends_unless_they_have_a_total_of_their_own() {
        StatementRow[] told = {
            dividend(JANUARY_10, ALFA, "84", null),
            new PaymentInLieu(movement(JANUARY_10, "36", "USD", null), ALFA, null, null, null)
        };
        assertThat(only(compare(total(Topic.DIVIDENDS, "120"), told)).verdict()).isEqualTo(Verdict.MATCH);
        assertThat(compare(List.of(total(Topic.DIVIDENDS, "84"), total(Topic.PAYMENTS_IN_LIEU, "36")), told))
                .extracting(ReconciliationLine::verdict)
                .containsOnly(Verdict.MATCH);
    }

    @Test
    void a_total_that_breaks_names_the_rows_that_we_added_up() {
        ReconciliationLine line =
                only(compare(total(Topic.DIVIDENDS, "365.4"), dividend(JANUARY_10, ALFA, "80.32", null)));
        assertThat(line.difference()).isEqualTo(Amount.of("285.08"));
        assertThat(line.sources()).hasSize(2);
    }

    @Test
    void commissions_are_the_fees_of_trades() {
        assertThat(only(compare(
                                total(Topic.COMMISSIONS, "-2.5"),
                                trade(JANUARY_10, ALFA, "10", "1").fee("1.5").row(),
                                trade(JANUARY_10, ALFA, "-10", "2").fee("1").row()))
                        .verdict())
                .isEqualTo(Verdict.MATCH);
    }

    @Test
    void a_net_asset_value_that_we_cannot_give_is_not_stated() {
        StatementRow printed = new NetAssetValue(DAY, null, EUR, Amount.of("13100"));
        assertThat(only(compare(printed)).verdict()).isEqualTo(Verdict.NOT_STATED);
    }

    @Test
    void the_earliest_balance_before_any_booking_opens_the_account() {
        StatementFile january = new StatementFile(
                file("january"), JANUARY, List.of(new StatementLine(1, cash(At.START_OF_DAY, "-3000"))));
        Booking later = told("later", 1, new Deposit(movement(DAY, "500", "USD", null)));
        Booking earlier = told("earlier", 1, new Deposit(movement(JANUARY_10, "500", "USD", null)));
        assertThat(OpeningBalances.of(List.of(january), List.of(later), List.of()))
                .containsOnlyKeys(USD)
                .extractingByKey(USD)
                .isEqualTo(new OpeningBalance(
                        LocalDate.of(2031, 1, 30), USD, Amount.of("-3000"), new SourceRef(file("january"), 1)));
        assertThat(OpeningBalances.of(List.of(january), List.of(earlier), List.of()))
                .isEmpty();
    }

    private static StatementRow position(Instrument instrument, String quantity, String cost) {
        return new OpenPosition(
                DAY,
                instrument,
                Detail.SUMMARY,
                USD,
                Quantity.of(quantity),
                null,
                null,
                null,
                Amount.of(cost),
                null,
                null);
    }

    private static CashBalance cash(At at, String balance) {
        return new CashBalance(DAY, USD, false, at, Amount.of(balance));
    }

    private static StatementRow total(Topic topic, String amount) {
        return new PrintedTotal(topic, "SECTION", "Total", null, USD, false, JANUARY, Amount.of(amount));
    }

    private static StatementRow labelled(String label, String amount) {
        return new PrintedTotal(
                Topic.DEPOSITS_AND_WITHDRAWALS, "SECTION", label, null, USD, false, JANUARY, Amount.of(amount));
    }

    private static List<ReconciliationLine> compare(StatementRow printed, StatementRow... told) {
        return compare(List.of(printed), told);
    }

    private static List<ReconciliationLine> compare(List<StatementRow> printed, StatementRow... told) {
        List<Booking> bookings = new ArrayList<>();
        for (StatementRow row : told) {
            bookings.add(told("row " + bookings.size(), bookings.size() + 1, row));
        }
        List<StatementLine> lines = new ArrayList<>();
        printed.forEach(row -> lines.add(new StatementLine(100 + lines.size(), row)));
        return Reconciliation.of(new StatementFile(file("january"), JANUARY, lines), ours(bookings));
    }

    private static Ours ours(List<Booking> bookings) {
        return new Ours(
                bookings,
                LotFold.fold(bookings, Method.FIFO, LotRules.PLAIN),
                LotRules.PLAIN,
                CashLedger.of(bookings),
                StatedRates.NONE,
                day -> Optional.empty());
    }

    private static Booking told(String name, int line, StatementRow row) {
        return new Booking(fact(name), row, List.of(new SourceRef(file("january"), line)), List.of(fact(name)));
    }

    private static ReconciliationLine only(List<ReconciliationLine> lines) {
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }
}
