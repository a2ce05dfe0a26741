package io.dividendsomatic.portfolio.ledger.reconciliation;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.EUR;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.USD;
import static io.dividendsomatic.portfolio.ledger.Told.bookings;
import static io.dividendsomatic.portfolio.ledger.Told.file;
import static io.dividendsomatic.portfolio.ledger.Told.movement;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.cash.CashLedger;
import io.dividendsomatic.portfolio.ledger.lots.LotFold;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.NetAssetValue;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An account in euros that was given 10,000 EUR and 5,000 USD, and bought 100 ALFA at 10 USD. */
class ValueLinesTest {
    private static final LocalDate DAY = LocalDate.of(2031, 1, 31);
    private static final StatedRates RATES = (from, to, day) -> from.equals(USD) && to.equals(EUR) && day.equals(DAY)
            ? Optional.of(new BigDecimal("0.8"))
            : Optional.empty();

    @Test
    void units_at_the_brokers_price_and_cash_at_its_rate_are_the_value() {
        ReconciliationLine line = compare(RATES, value(null, "14200"), position("100", "12.5", "1250"));
        assertThat(line.verdict()).isEqualTo(Verdict.MATCH);
        assertThat(line.ours()).isEqualTo(Amount.of("14200"));
    }

    @Test
    void a_price_without_a_value_is_times_the_units() {
        assertThat(compare(RATES, value(null, "14200"), position("100", "12.5", null))
                        .verdict())
                .isEqualTo(Verdict.MATCH);
    }

    @Test
    void a_cent_is_a_break_that_says_how_much() {
        ReconciliationLine line = compare(RATES, value(null, "14200.01"), position("100", "12.5", "1250"));
        assertThat(line.verdict()).isEqualTo(Verdict.BREAK);
        assertThat(line.difference()).isEqualTo(Amount.of("0.01"));
    }

    @Test
    void units_that_we_count_otherwise_are_worth_their_share_of_the_brokers_value() {
        ReconciliationLine line = compare(RATES, value(null, "14400"), position("120", "12.5", "1500"));
        assertThat(line.verdict()).isEqualTo(Verdict.BREAK);
        assertThat(line.ours()).isEqualTo(Amount.of("14200"));
    }

    @Test
    void accruals_are_no_bookings_and_are_what_the_broker_says() {
        assertThat(compare(
                                RATES,
                                value(null, "14230"),
                                value("Cash", "13200"),
                                value("Stock", "1000"),
                                value("Dividend Accruals", "30"),
                                position("100", "12.5", "1250"))
                        .verdict())
                .isEqualTo(Verdict.MATCH);
    }

    @Test
    void without_a_rate_of_the_day_nothing_is_compared_and_the_row_is_named() {
        ReconciliationLine line = compare(StatedRates.NONE, value(null, "14200"), position("100", "12.5", "1250"));
        assertThat(line.verdict()).isEqualTo(Verdict.NOT_STATED);
        assertThat(line.ours()).isNull();
        assertThat(line.sources()).contains(new SourceRef(file("january"), 101));
    }

    @Test
    void without_a_price_nothing_is_compared() {
        assertThat(compare(RATES, value(null, "14200"), position("100", null, null))
                        .verdict())
                .isEqualTo(Verdict.NOT_STATED);
        assertThat(compare(RATES, value(null, "14200")).verdict()).isEqualTo(Verdict.NOT_STATED);
    }

    @Test
    void with_a_position_that_is_settled_every_day_nothing_is_compared_and_its_row_is_named() {
        for (String kind : List.of("FUT", "CFD", "Futures")) {
            ReconciliationLine line = compare(
                    RATES,
                    value(null, "14200"),
                    position("100", "12.5", "1250"),
                    position(ofClass(kind), "2", "4500", "9000"));
            assertThat(line.verdict()).isEqualTo(Verdict.NOT_STATED);
            assertThat(line.sources()).contains(new SourceRef(file("january"), 102));
        }
    }

    private static Instrument ofClass(String kind) {
        return new Instrument("ES1", null, null, "900000077", null, null, null, kind, new BigDecimal("50"));
    }

    @Test
    void of_an_account_of_which_no_file_tells_any_cash_nothing_is_compared() {
        assertThat(only(compare(List.of(), RATES, value(null, "1000"), position("100", "12.5", "1250")))
                        .verdict())
                .isEqualTo(Verdict.NOT_STATED);
    }

    @Test
    void a_balance_of_all_currencies_is_the_sum_at_the_rates_of_the_day() {
        StatementRow all = new CashBalance(DAY, EUR, true, CashBalance.At.END_OF_DAY, Amount.of("13200"));
        assertThat(compare(account(), RATES, all))
                .extracting(ReconciliationLine::verdict)
                .containsExactly(Verdict.MATCH);
        assertThat(compare(account(), StatedRates.NONE, all))
                .extracting(ReconciliationLine::verdict)
                .containsExactly(Verdict.NOT_STATED);
    }

    private static StatementRow value(@Nullable String part, String amount) {
        return new NetAssetValue(DAY, part, EUR, Amount.of(amount));
    }

    private static StatementRow position(String quantity, @Nullable String price, @Nullable String value) {
        return position(ALFA, quantity, price, value);
    }

    private static StatementRow position(
            Instrument instrument, String quantity, @Nullable String price, @Nullable String value) {
        return new OpenPosition(
                DAY,
                instrument,
                OpenPosition.Detail.SUMMARY,
                USD,
                Quantity.of(quantity),
                price == null ? null : new UnitPrice(new BigDecimal(price)),
                value == null ? null : Amount.of(value),
                null,
                null,
                null,
                null);
    }

    private static List<Booking> account() {
        return bookings(
                new Deposit(movement(JANUARY_10, "10000", "EUR", null)),
                new Deposit(movement(JANUARY_10, "5000", "USD", null)),
                trade(JANUARY_10, ALFA, "100", "10").row());
    }

    private static ReconciliationLine compare(StatedRates rates, StatementRow... printed) {
        return only(compare(account(), rates, printed));
    }

    private static ReconciliationLine only(List<ReconciliationLine> lines) {
        return lines.stream()
                .filter(line -> line.item() == Item.NET_ASSET_VALUE)
                .findFirst()
                .orElseThrow();
    }

    private static List<ReconciliationLine> compare(
            List<Booking> bookings, StatedRates rates, StatementRow... printed) {
        List<StatementLine> lines = new ArrayList<>();
        for (StatementRow row : printed) {
            lines.add(new StatementLine(100 + lines.size(), row));
        }
        return Reconciliation.of(
                new StatementFile(file("january"), null, lines),
                new Ours(
                        bookings,
                        LotFold.fold(bookings, Method.FIFO, LotRules.PLAIN),
                        LotRules.PLAIN,
                        CashLedger.of(bookings),
                        rates,
                        day -> Optional.empty()));
    }
}
