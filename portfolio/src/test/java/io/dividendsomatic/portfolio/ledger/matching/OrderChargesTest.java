package io.dividendsomatic.portfolio.ledger.matching;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.EUR;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.charge;
import static io.dividendsomatic.portfolio.ledger.Told.telling;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.Told.TradeRow;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A broker that tells what an order cost in rows of their own, in files that may end between them. */
class OrderChargesTest {
    private static final StatementRow BOUGHT = order("o1", "10", "20").row();
    private static final StatementRow FEE = charge(JANUARY_10, "-1", "EUR", "o1", "costs");
    private static final StatementRow TAX = charge(JANUARY_10, "-0.6", "EUR", "o1", Fee.TAX);

    @Test
    void a_trade_has_the_fee_and_the_tax_of_its_order_with_their_lines() {
        assertThat(booked(
                        telling("tax", "whole", 0, 2, TAX),
                        telling("fee", "whole", 0, 3, FEE),
                        telling("trade", "whole", 0, 4, BOUGHT)))
                .singleElement()
                .satisfies(booking -> {
                    assertThat(costs(booking)).isEqualTo("EUR -1 / EUR -0.6");
                    assertThat(booking.sources()).hasSize(3);
                    assertThat(booking.told()).hasSize(3);
                });
    }

    @Test
    void a_file_that_ends_between_the_rows_of_an_order_counts_nothing_twice() {
        assertThat(booked(
                        telling("fee", "whole", 0, 3, FEE),
                        telling("trade", "whole", 0, 4, BOUGHT),
                        telling("fee", "piece", 0, 9, FEE)))
                .singleElement()
                .satisfies(booking -> {
                    assertThat(costs(booking)).isEqualTo("EUR -1 / none");
                    assertThat(booking.sources()).hasSize(3);
                });
    }

    @Test
    void rows_of_files_that_share_no_row_are_one_trade() {
        assertThat(booked(telling("fee", "newer", 0, 9, FEE), telling("trade", "older", 0, 2, BOUGHT)))
                .singleElement()
                .satisfies(booking -> assertThat(costs(booking)).isEqualTo("EUR -1 / none"));
    }

    @Test
    void a_fee_told_in_two_languages_counts_once() {
        StatementRow dutch = charge(JANUARY_10, "-1", "EUR", "o1", "kosten");
        assertThat(booked(
                        telling("fee", "english", 0, 1, FEE),
                        telling("trade", "english", 0, 2, BOUGHT),
                        telling("kosten", "dutch", 0, 1, dutch),
                        telling("trade", "dutch", 0, 2, BOUGHT)))
                .singleElement()
                .satisfies(booking -> assertThat(costs(booking)).isEqualTo("EUR -1 / none"));
    }

    @Test
    void fees_of_two_orders_are_two_though_two_files_tell_one_each() {
        StatementRow other = charge(JANUARY_10, "-1", "EUR", "o2", "costs");
        assertThat(booked(
                        telling("one", "a", 0, 1, FEE),
                        telling("other", "b", 0, 1, other),
                        telling("first", "c", 0, 2, BOUGHT),
                        telling("second", "c", 0, 3, order("o2", "5", "21").row())))
                .extracting(OrderChargesTest::costs)
                .containsExactly("EUR -1 / none", "EUR -1 / none");
    }

    @Test
    void each_fill_of_an_order_gets_a_fee_before_one_gets_a_second() {
        StatementRow second = charge(JANUARY_10, "-2", "EUR", "o1", "costs");
        StatementRow third = charge(JANUARY_10, "-0.5", "EUR", "o1", "costs");
        assertThat(booked(
                        telling("f1", "a", 0, 1, FEE),
                        telling("f2", "b", 0, 1, second),
                        telling("f3", "b", 0, 2, third),
                        telling(
                                "t1",
                                "a",
                                0,
                                3,
                                order("o1", "4", "20").at("10:00").row()),
                        telling(
                                "t2",
                                "b",
                                0,
                                4,
                                order("o1", "6", "20").at("10:01").row())))
                .extracting(OrderChargesTest::costs)
                .containsExactlyInAnyOrder("EUR -2.5 / none", "EUR -1 / none");
    }

    @Test
    void what_a_trades_own_row_states_is_not_charged_again_by_another_file() {
        assertThat(booked(
                        telling("fee", "account", 0, 9, FEE),
                        telling(
                                "trade",
                                "transactions",
                                0,
                                2,
                                order("o1", "10", "20").fee("1").row())))
                .singleElement()
                .satisfies(booking -> assertThat(costs(booking)).isEqualTo("EUR -1 / none"));
    }

    @Test
    void more_than_a_trades_own_row_states_stands_for_itself() {
        assertThat(booked(
                        telling("fee", "account", 0, 9, charge(JANUARY_10, "-3", "EUR", "o1", "costs")),
                        telling(
                                "trade",
                                "transactions",
                                0,
                                2,
                                order("o1", "10", "20").fee("1").row())))
                .hasSize(2);
    }

    @Test
    void a_charge_beside_a_trade_that_states_its_costs_in_the_same_file_is_another_one() {
        assertThat(booked(
                        telling("fee", "a", 0, 9, FEE),
                        telling(
                                "trade",
                                "a",
                                0,
                                2,
                                order("o1", "10", "20").fee("1").row())))
                .hasSize(2);
    }

    @Test
    void without_its_trade_or_in_another_currency_a_charge_stands_for_itself() {
        assertThat(booked(telling("fee", "a", 0, 9, FEE))).hasSize(1);
        StatementRow dollars = charge(JANUARY_10, "-0.2", "USD", "o1", "costs");
        assertThat(booked(
                        telling("fee", "a", 0, 1, FEE),
                        telling("dollars", "a", 0, 2, dollars),
                        telling("trade", "a", 0, 3, BOUGHT)))
                .hasSize(2);
    }

    private static TradeRow order(String number, String quantity, String price) {
        return trade(JANUARY_10, ALFA, quantity, price).in(EUR).numbered(null, number);
    }

    /** In whatever order the tellings come. */
    private static List<Booking> booked(Telling... tellings) {
        List<Telling> told = Arrays.asList(tellings.clone());
        List<Booking> bookings = Matching.match(told, Instrument::key).bookings();
        Collections.reverse(told);
        assertThat(Matching.match(told, Instrument::key).bookings()).isEqualTo(bookings);
        return bookings;
    }

    private static String costs(Booking booking) {
        Costs costs = ((Trade) booking.row()).costs();
        return (costs.fee() == null
                        ? "none"
                        : costs.fee().currency() + " " + costs.fee().amount()) + " / "
                + (costs.tax() == null
                        ? "none"
                        : costs.tax().currency() + " " + costs.tax().amount());
    }
}
