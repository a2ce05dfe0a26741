package io.dividendsomatic.portfolio.ledger.matching;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.BETA;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.dividend;
import static io.dividendsomatic.portfolio.ledger.Told.fact;
import static io.dividendsomatic.portfolio.ledger.Told.file;
import static io.dividendsomatic.portfolio.ledger.Told.instrument;
import static io.dividendsomatic.portfolio.ledger.Told.movement;
import static io.dividendsomatic.portfolio.ledger.Told.telling;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.matching.Matching.Matched;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Trade.Level;
import io.dividendsomatic.portfolio.statement.TradeTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatchingTest {

    @Test
    void one_fact_told_by_two_files_is_one_booking_with_both_sources() {
        Booking booking = only(match(
                telling("f", "january", 1, 7, dividend(JANUARY_10, ALFA, "84", "first words")),
                telling("f", "year", 2, 40, dividend(JANUARY_10, ALFA, "84", "later words"))));
        assertThat(booking.sources())
                .containsExactlyInAnyOrder(new SourceRef(file("january"), 7), new SourceRef(file("year"), 40));
        assertThat(booking.view().description()).isEqualTo("later words");
    }

    @Test
    void a_trade_with_a_brokers_number_and_one_without_are_one() {
        Booking booking = only(match(
                telling(
                        "statement",
                        "activity",
                        trade(JANUARY_10, ALFA, "100", "9.8").fee("1").row()),
                telling(
                        "flex",
                        "flex",
                        trade(JANUARY_10, instrument(null, "US000000AA16"), "100", "9.8")
                                .numbered("7000000001", "1")
                                .row())));
        Trade trade = (Trade) booking.row();
        assertThat(trade.costs().fee()).isEqualTo(Money.of("-1", "USD"));
        assertThat(trade.references().trade()).isEqualTo("7000000001");
        assertThat(booking.told()).containsExactlyInAnyOrder(fact("statement"), fact("flex"));
        assertThat(booking.id()).isEqualTo(booking.told().getFirst());
    }

    @Test
    void a_dividend_in_other_words_is_the_same_one() {
        assertThat(match(
                                telling("a", "activity", dividend(JANUARY_10, ALFA, "84", "ALFA Cash Dividend")),
                                telling(
                                        "b",
                                        "flex",
                                        dividend(JANUARY_10, ALFA, "84", "ALFA(US000000AA16) CASH DIVIDEND")))
                        .bookings())
                .hasSize(1);
    }

    @Test
    void two_equal_rows_of_one_file_stay_two_facts() {
        assertThat(match(
                                telling("a1", "activity", 0, 1, dividend(JANUARY_10, ALFA, "84", "x")),
                                telling("a2", "activity", 0, 2, dividend(JANUARY_10, ALFA, "84", "x")),
                                telling("b1", "flex", 0, 1, dividend(JANUARY_10, ALFA, "84", "y")),
                                telling("b2", "flex", 0, 2, dividend(JANUARY_10, ALFA, "84", "y")))
                        .bookings())
                .hasSize(2);
    }

    @Test
    void a_file_that_tells_one_of_two_equal_rows_adds_none() {
        assertThat(match(
                                telling("a1", "activity", 0, 1, dividend(JANUARY_10, ALFA, "84", "x")),
                                telling("a2", "activity", 0, 2, dividend(JANUARY_10, ALFA, "84", "x")),
                                telling("b1", "flex", 0, 1, dividend(JANUARY_10, ALFA, "84", "y")))
                        .bookings())
                .hasSize(2);
    }

    @Test
    void an_ordinary_dividend_and_a_payment_in_lieu_are_two() {
        assertThat(match(
                                telling("a", "activity", dividend(JANUARY_10, ALFA, "84", "x")),
                                telling(
                                        "b",
                                        "flex",
                                        new PaymentInLieu(
                                                movement(JANUARY_10, "84", "USD", "x"), ALFA, null, null, null)))
                        .bookings())
                .hasSize(2);
    }

    @Test
    void a_regular_and_a_special_dividend_of_one_day_are_two() {
        assertThat(match(telling("a", "activity", perShare("0.12")), telling("b", "flex", perShare("0.24")))
                        .bookings())
                .hasSize(2);
    }

    @Test
    void trades_of_two_times_are_two() {
        assertThat(match(
                                telling(
                                        "a",
                                        "activity",
                                        trade(JANUARY_10, ALFA, "5", "9")
                                                .at("10:30:05")
                                                .row()),
                                telling(
                                        "b",
                                        "flex",
                                        trade(JANUARY_10, ALFA, "5", "9")
                                                .at("10:30:06")
                                                .row()))
                        .bookings())
                .hasSize(2);
    }

    @Test
    void a_time_to_the_minute_agrees_with_one_to_the_second() {
        assertThat(match(
                                telling(
                                        "a",
                                        "activity",
                                        trade(JANUARY_10, ALFA, "5", "9")
                                                .at("10:30")
                                                .row()),
                                telling(
                                        "b",
                                        "flex",
                                        trade(JANUARY_10, ALFA, "5", "9")
                                                .at("10:30:06")
                                                .row()))
                        .bookings())
                .hasSize(1);
    }

    @Test
    void trades_with_two_numbers_of_the_broker_are_two() {
        assertThat(match(
                                telling(
                                        "a",
                                        "one",
                                        trade(JANUARY_10, ALFA, "5", "9")
                                                .numbered("1", null)
                                                .row()),
                                telling(
                                        "b",
                                        "other",
                                        trade(JANUARY_10, ALFA, "5", "9")
                                                .numbered("2", null)
                                                .row()))
                        .bookings())
                .hasSize(2);
    }

    @Test
    void a_symbol_agrees_with_an_isin_only_where_nothing_contradicts() {
        Instrument bare = instrument("ALFA", null);
        Instrument other = instrument("ALFA", "US000000BB22");
        assertThat(match(
                                telling("a", "x", dividend(JANUARY_10, bare, "1", null)),
                                telling("b", "y", dividend(JANUARY_10, ALFA, "1", null)))
                        .bookings())
                .hasSize(1);
        assertThat(match(
                                telling("a", "x", dividend(JANUARY_10, other, "1", null)),
                                telling("b", "y", dividend(JANUARY_10, ALFA, "1", null)))
                        .bookings())
                .hasSize(2);
    }

    @Test
    void an_alias_agrees_where_the_resolver_knows_it() {
        List<Telling> told = List.of(
                telling("a", "x", dividend(JANUARY_10, instrument("ALFA.OLD", null), "1", null)),
                telling("b", "y", dividend(JANUARY_10, ALFA, "1", null)));
        InstrumentKey one = new InstrumentKey("isin:US000000AA16");
        assertThat(Matching.match(told, Instrument::key).bookings()).hasSize(2);
        assertThat(Matching.match(told, instrument -> one).bookings()).hasSize(1);
    }

    @Test
    void a_symbol_joins_one_of_two_instruments_that_bear_it_and_never_both() {
        assertThat(match(
                                telling("a", "x", dividend(JANUARY_10, instrument("ALFA", null), "1", null)),
                                telling("b", "y", dividend(JANUARY_10, ALFA, "1", null)),
                                telling("c", "z", dividend(JANUARY_10, instrument("ALFA", "US000000BB22"), "1", null)))
                        .bookings())
                .hasSize(2);
    }

    @Test
    void money_in_the_base_currency_is_the_same_money_at_the_rate_that_is_stated() {
        CashMovement converted =
                new CashMovement(JANUARY_10, Money.of("70.56", "EUR"), null, FxRate.of("0.84"), null, References.NONE);
        Booking booking = only(match(
                telling("a", "activity", 0, 1, dividend(JANUARY_10, ALFA, "84", "x")),
                telling("b", "history", 9, 1, new CashDividend(converted, ALFA, null, null, null))));
        assertThat(booking.sources()).hasSize(2);
    }

    @Test
    void a_conversion_told_from_its_other_leg_is_the_same_one() {
        assertThat(match(
                                telling("a", "x", conversion("-100", "EUR", "119", "USD")),
                                telling("b", "y", conversion("119", "USD", "-100", "EUR")),
                                telling("c", "z", conversion("119", "USD", null, null)))
                        .bookings())
                .hasSize(1);
    }

    @Test
    void a_conversion_told_whole_and_told_in_two_rows_is_one() {
        Booking booking = only(match(
                telling("whole", "x", 0, 1, conversion("-100", "EUR", "119", "USD")),
                telling("one leg", "y", 0, 1, conversion("-100", "EUR", null, null)),
                telling("other leg", "y", 0, 2, conversion("119", "USD", null, null))));
        assertThat(booking.id()).isEqualTo(fact("whole"));
        assertThat(booking.sources()).hasSize(3);
    }

    @Test
    void two_equal_legs_of_one_file_are_not_one_conversion() {
        assertThat(match(
                                telling("whole", "x", 0, 1, conversion("-100", "EUR", "119", "USD")),
                                telling("leg", "y", 0, 1, conversion("-100", "EUR", null, null)),
                                telling("again", "y", 0, 2, conversion("-100", "EUR", null, null)))
                        .bookings())
                .hasSize(2);
    }

    @Test
    void deposits_of_one_day_and_sum_are_one_when_no_file_tells_both() {
        assertThat(match(
                                telling(
                                        "a",
                                        "x",
                                        new Deposit(movement(JANUARY_10, "500", "EUR", "Electronic Fund Transfer"))),
                                telling("b", "y", new Deposit(movement(JANUARY_10, "500", "EUR", "CASH RECEIPTS"))))
                        .bookings())
                .hasSize(1);
    }

    @Test
    void what_books_nothing_is_refused() {
        assertThatThrownBy(() -> match(telling("a", "x", new InstrumentDetail(BETA))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CashDividend perShare(String rate) {
        return new CashDividend(movement(JANUARY_10, "84", "USD", null), ALFA, null, UnitPrice.of(rate), null);
    }

    private static FxConversion conversion(
            String amount, String currency, @Nullable String counter, @Nullable String other) {
        return new FxConversion(
                TradeTime.on(JANUARY_10),
                Money.of(amount, currency),
                counter == null || other == null ? null : Money.of(counter, other),
                null,
                null,
                Level.EXECUTION,
                null,
                References.NONE);
    }

    private static Matched match(Telling... tellings) {
        return Matching.match(List.of(tellings), Instrument::key);
    }

    private static Booking only(Matched matched) {
        assertThat(matched.bookings()).hasSize(1);
        return matched.bookings().getFirst();
    }
}
