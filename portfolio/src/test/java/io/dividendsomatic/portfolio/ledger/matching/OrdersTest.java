package io.dividendsomatic.portfolio.ledger.matching;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.fact;
import static io.dividendsomatic.portfolio.ledger.Told.file;
import static io.dividendsomatic.portfolio.ledger.Told.telling;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.matching.Matching.Matched;
import io.dividendsomatic.portfolio.statement.Trade;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OrdersTest {

    @Test
    void an_order_is_its_executions_by_their_number() {
        Matched matched = match(
                telling(
                        "order",
                        "activity",
                        0,
                        5,
                        trade(JANUARY_10, ALFA, "100", "9.8").order().row()),
                telling(
                        "e1",
                        "flex",
                        0,
                        1,
                        trade(JANUARY_10, ALFA, "60", "9.8").numbered("1", "77").row()),
                telling(
                        "e2",
                        "flex",
                        0,
                        2,
                        trade(JANUARY_10, ALFA, "40", "9.8").numbered("2", "77").row()),
                telling(
                        "e3",
                        "flex",
                        0,
                        3,
                        trade(JANUARY_10, ALFA, "7", "9.8").numbered("3", "78").row()));
        assertThat(matched.bookings()).hasSize(3);
        assertThat(matched.questions()).isEmpty();
        assertThat(matched.bookings())
                .filteredOn(booking -> booking.sources().contains(new SourceRef(file("activity"), 5)))
                .extracting(Booking::id)
                .containsExactlyInAnyOrder(fact("e1"), fact("e2"));
        assertThat(matched.bookings())
                .filteredOn(booking -> booking.told().contains(fact("order")))
                .hasSize(2);
    }

    @Test
    void several_executions_share_the_result_that_their_order_states() {
        Matched matched = match(
                telling(
                        "order",
                        "activity",
                        trade(JANUARY_10, ALFA, "-90", "9.8")
                                .stating("12.5")
                                .order()
                                .row()),
                telling(
                        "e1",
                        "flex",
                        0,
                        1,
                        trade(JANUARY_10, ALFA, "-30", "9.8")
                                .numbered("1", "77")
                                .row()),
                telling(
                        "e2",
                        "flex",
                        0,
                        2,
                        trade(JANUARY_10, ALFA, "-60", "9.8")
                                .numbered("2", "77")
                                .row()));
        assertThat(matched.bookings())
                .extracting(booking -> Objects.toString(((Trade) booking.row()).statedGain()))
                .containsExactlyInAnyOrder("4.17", "8.33");
    }

    @Test
    void the_only_execution_of_an_order_has_the_result_that_the_order_states() {
        Matched matched = match(
                telling(
                        "order",
                        "activity",
                        trade(JANUARY_10, ALFA, "-100", "9.8")
                                .stating("12.5")
                                .order()
                                .row()),
                telling(
                        "e1",
                        "flex",
                        trade(JANUARY_10, ALFA, "-100", "9.8")
                                .numbered("1", "77")
                                .row()));
        assertThat(matched.bookings()).singleElement().satisfies(booking -> {
            assertThat(booking.id()).isEqualTo(fact("e1"));
            assertThat(((Trade) booking.row()).statedGain()).isEqualTo(Amount.of("12.5"));
            assertThat(((Trade) booking.row()).level()).isEqualTo(Trade.Level.EXECUTION);
        });
    }

    @Test
    void an_order_is_all_executions_of_its_day_and_side_without_numbers() {
        Matched matched = match(
                telling(
                        "order",
                        "activity",
                        trade(JANUARY_10, ALFA, "-100", "9.8").order().row()),
                telling(
                        "e1",
                        "flex",
                        0,
                        1,
                        trade(JANUARY_10, ALFA, "-60", "9.8").row()),
                telling(
                        "e2",
                        "flex",
                        0,
                        2,
                        trade(JANUARY_10, ALFA, "-40", "9.8").row()),
                telling("buy", "flex", 0, 3, trade(JANUARY_10, ALFA, "5", "9.8").row()));
        assertThat(matched.bookings())
                .extracting(Booking::id)
                .doesNotContain(fact("order"))
                .hasSize(3);
    }

    @Test
    void two_orders_whose_executions_cannot_be_told_apart_stay_and_are_asked_about() {
        Matched matched = match(
                telling(
                        "o1",
                        "activity",
                        0,
                        1,
                        trade(JANUARY_10, ALFA, "100", "9").order().row()),
                telling(
                        "o2",
                        "activity",
                        0,
                        2,
                        trade(JANUARY_10, ALFA, "50", "9").order().row()),
                telling("e1", "flex", 0, 1, trade(JANUARY_10, ALFA, "80", "9").row()),
                telling("e2", "flex", 0, 2, trade(JANUARY_10, ALFA, "20", "9").row()),
                telling("e3", "flex", 0, 3, trade(JANUARY_10, ALFA, "30", "9").row()),
                telling("e4", "flex", 0, 4, trade(JANUARY_10, ALFA, "20", "9").row()));
        assertThat(matched.bookings()).hasSize(6);
        assertThat(matched.questions())
                .hasSize(2)
                .allSatisfy(question ->
                        assertThat(question.kind()).isEqualTo(OpenQuestion.Kind.ORDER_WITHOUT_ITS_EXECUTIONS))
                .allSatisfy(question -> assertThat(question.candidates()).hasSize(4));
    }

    @Test
    void an_order_that_nobody_else_tells_is_a_fact_without_a_question() {
        Matched matched = match(telling(
                "order",
                "activity",
                trade(JANUARY_10, ALFA, "100", "9.8").order().row()));
        assertThat(matched.bookings()).hasSize(1);
        assertThat(matched.questions()).isEmpty();
    }

    @Test
    void an_order_at_an_average_price_that_was_rounded_is_its_executions() {
        Trade exact = trade(JANUARY_10, ALFA, "300", "9.8034").order().row();
        Trade priced = new Trade(
                exact.when(),
                exact.instrument(),
                exact.quantity(),
                exact.currency(),
                exact.price(),
                null,
                exact.costs(),
                null,
                null,
                null,
                null,
                exact.level(),
                exact.codes(),
                null,
                exact.references());
        Matched matched = match(
                telling("order", "history", 0, 1, priced),
                telling(
                        "e1",
                        "flex",
                        0,
                        1,
                        trade(JANUARY_10, ALFA, "100", "9.81").row()),
                telling(
                        "e2",
                        "flex",
                        0,
                        2,
                        trade(JANUARY_10, ALFA, "200", "9.80005").row()));
        assertThat(matched.bookings()).hasSize(2);
    }

    private static Matched match(Telling... tellings) {
        return Matching.match(List.of(tellings), Instrument::key);
    }
}
