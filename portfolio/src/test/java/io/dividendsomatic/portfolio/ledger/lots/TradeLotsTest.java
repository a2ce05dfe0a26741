package io.dividendsomatic.portfolio.ledger.lots;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.EUR;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.USD;
import static io.dividendsomatic.portfolio.ledger.Told.booking;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static io.dividendsomatic.portfolio.ledger.Told.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.ledger.Told.TradeRow;
import io.dividendsomatic.portfolio.ledger.lots.RealizedGain.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeLotsTest {
    private static final LocalDate LATER = JANUARY_10.plusDays(10);
    private static final PositionKey KEY = new PositionKey(ALFA.key(), USD);

    @Test
    void a_purchase_costs_its_price_commission_and_tax() {
        LotPosition position =
                position(fifo(trade(JANUARY_10, ALFA, "1000", "9.8").fee("1.5").tax("3")));
        assertThat(position.quantity()).isEqualTo(Quantity.of("1000"));
        assertThat(position.cost()).isEqualTo(Amount.of("9804.5"));
    }

    @Test
    void a_sale_takes_the_first_lot_first_with_its_share_of_the_cost() {
        LotView view = fifo(
                trade(JANUARY_10, ALFA, "100", "10").fee("1"),
                trade(JANUARY_10.plusDays(1), ALFA, "100", "12").fee("1"),
                trade(LATER, ALFA, "-150", "15").fee("1").stating("648"));
        RealizedGain gain = only(view);
        assertThat(gain.proceeds()).isEqualTo(Amount.of("2249"));
        assertThat(gain.cost()).isEqualTo(Amount.of("1601.5"));
        assertThat(gain.gain()).isEqualTo(Amount.of("647.5"));
        assertThat(gain.brokerStated()).isEqualTo(Amount.of("648"));
        assertThat(gain.lotsUsed())
                .containsExactly(
                        new LotUse(JANUARY_10, Quantity.of("100"), Amount.of("1001")),
                        new LotUse(JANUARY_10.plusDays(1), Quantity.of("50"), Amount.of("600.5")));
        assertThat(position(view).cost()).isEqualTo(Amount.of("600.5"));
    }

    @Test
    void an_average_takes_every_unit_at_the_same_cost() {
        LotView view = view(
                Method.AVERAGE,
                LotRules.PLAIN,
                trade(JANUARY_10, ALFA, "100", "10").fee("1"),
                trade(JANUARY_10.plusDays(1), ALFA, "100", "12").fee("1"),
                trade(LATER, ALFA, "-150", "15").fee("1"));
        assertThat(only(view).cost()).isEqualTo(Amount.of("1651.5"));
        assertThat(position(view).cost()).isEqualTo(Amount.of("550.5"));
        assertThat(position(view).lots()).hasSize(1);
    }

    @Test
    void a_cost_that_does_not_divide_leaves_its_remainder_on_the_last_units() {
        LotView view = fifo(
                trade(JANUARY_10, ALFA, "3", "1").fee("7"),
                trade(LATER, ALFA, "-1", "5"),
                trade(LATER.plusDays(1), ALFA, "-1", "5"),
                trade(LATER.plusDays(2), ALFA, "-1", "5"));
        assertThat(view.gains())
                .extracting(RealizedGain::cost)
                .containsExactly(
                        Amount.of("3.333333333333333333"),
                        Amount.of("3.333333333333333334"),
                        Amount.of("3.333333333333333333"));
        assertThat(position(view).lots()).isEmpty();
    }

    @Test
    void a_sale_that_the_broker_says_opens_is_short_and_a_purchase_covers_it() {
        LotView view = fifo(
                trade(JANUARY_10, ALFA, "-50", "22").fee("1").coded("O"),
                trade(LATER, ALFA, "20", "20").fee("1").coded("C"));
        RealizedGain gain = only(view);
        assertThat(gain.side()).isEqualTo(Side.SHORT);
        assertThat(gain.quantity()).isEqualTo(Quantity.of("20"));
        assertThat(gain.proceeds()).isEqualTo(Amount.of("439.6"));
        assertThat(gain.cost()).isEqualTo(Amount.of("401"));
        assertThat(gain.gain()).isEqualTo(Amount.of("38.6"));
        assertThat(position(view).quantity()).isEqualTo(Quantity.of("-30"));
        assertThat(position(view).cost()).isEqualTo(Amount.of("-659.4"));
    }

    @Test
    void a_sale_through_zero_closes_the_long_units_and_opens_short_ones() {
        LotView view = fifo(
                trade(JANUARY_10, ALFA, "10", "10"),
                trade(LATER, ALFA, "-15", "12").fee("3").coded("C", "O"));
        assertThat(only(view).gain()).isEqualTo(Amount.of("18"));
        assertThat(position(view).quantity()).isEqualTo(Quantity.of("-5"));
        assertThat(position(view).cost()).isEqualTo(Amount.of("-59"));
        assertThat(view.gaps()).isEmpty();
    }

    @Test
    void an_option_can_be_written_without_a_code() {
        Instrument option = new Instrument("ALFA C10", null, null, null, null, null, null, "OPT", null);
        LotView view = fifo(trade(JANUARY_10, option, "-1", "50"));
        assertThat(view.gaps()).isEmpty();
        assertThat(view.positions().firstEntry().getValue().quantity()).isEqualTo(Quantity.of("-1"));
    }

    @Test
    void a_sale_of_units_that_never_came_is_a_gap_and_its_gain_unknown() {
        LotView view = fifo(trade(JANUARY_10, ALFA, "60", "10"), trade(LATER, ALFA, "-100", "12"));
        assertThat(view.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.quantity()).isEqualTo(Quantity.of("40"));
            assertThat(gap.reason()).isEqualTo(Gap.Reason.MORE_WENT_THAN_CAME);
        });
        assertThat(only(view).gain()).isNull();
        assertThat(only(view).missing()).isEqualTo(Quantity.of("40"));
        assertThat(only(view).lotsUsed())
                .singleElement()
                .extracting(LotUse::cost)
                .isEqualTo(Amount.of("600"));
        PositionDay day = position(view).days().getLast();
        assertThat(day.change()).isEqualTo(Quantity.of("-100"));
        assertThat(day.quantity()).isEqualTo(Quantity.of("0"));
    }

    @Test
    void a_booking_before_the_first_day_moves_that_day_and_fills_the_gap_that_a_sale_had_left() {
        TradeRow bought = trade(JANUARY_10, ALFA, "60", "10");
        TradeRow sold = trade(LATER, ALFA, "-60", "12");
        assertThat(fifo(sold).gaps()).extracting(Gap::reason).containsExactly(Gap.Reason.MORE_WENT_THAN_CAME);
        assertThat(only(fifo(sold)).gain()).isNull();
        LotView all = fifo(sold, bought);
        assertThat(all.gaps()).isEmpty();
        assertThat(only(all).gain()).isEqualTo(Amount.of("120"));
        assertThat(position(all).days().getFirst().date()).isEqualTo(JANUARY_10);
    }

    @Test
    void a_fee_in_another_currency_travels_with_the_lot_and_each_sale_takes_its_share() {
        for (Method method : Method.values()) {
            LotView view = view(
                    method,
                    LotRules.PLAIN,
                    trade(JANUARY_10, ALFA, "10", "10").feeIn("1.2", "EUR"),
                    trade(LATER, ALFA, "-4", "12").feeIn("1.3", "EUR"));
            assertThat(only(view).gain()).isEqualTo(Amount.of("8"));
            assertThat(only(view).costsApart())
                    .extracting(apart -> apart.date() + " " + apart.cost().amount())
                    .containsExactly(JANUARY_10 + " -0.48", LATER + " -1.3");
            assertThat(position(view).costsApart())
                    .extracting(CostApart::cost)
                    .containsExactly(Money.of("-0.72", "EUR"));
            assertThat(position(view).at(JANUARY_10))
                    .isNotNull()
                    .satisfies(day -> assertThat(day.costsApart()).containsExactly(Money.of("-1.2", "EUR")));
            assertThat(position(view).at(LATER))
                    .isNotNull()
                    .satisfies(day -> assertThat(day.costsApart()).containsExactly(Money.of("-0.72", "EUR")));
        }
    }

    @Test
    void an_average_keeps_one_sum_of_such_fees_a_month() {
        LotView view = view(
                Method.AVERAGE,
                LotRules.PLAIN,
                trade(JANUARY_10, ALFA, "10", "10").feeIn("1", "EUR"),
                trade(LATER, ALFA, "10", "10").feeIn("2", "EUR"),
                trade(LATER.plusMonths(1), ALFA, "20", "10").feeIn("4", "EUR"),
                trade(LATER.plusMonths(2), ALFA, "-20", "12"));
        assertThat(only(view).costsApart())
                .extracting(apart -> apart.date() + " " + apart.cost().amount())
                .containsExactly(JANUARY_10 + " -1.5", LATER.plusMonths(1) + " -2");
    }

    @Test
    void a_fee_of_nothing_is_no_charge() {
        LotView view = fifo(trade(JANUARY_10, ALFA, "10", "10").feeIn("0", "EUR"));
        assertThat(position(view).costsApart()).isEmpty();
    }

    @Test
    void a_fee_in_the_currency_in_which_the_row_was_settled_is_in_the_cost_at_the_rows_own_rate() {
        LotView view = fifo(
                trade(JANUARY_10, ALFA, "10", "100").feeIn("2", "EUR").settled("-902", "EUR"),
                trade(LATER, ALFA, "-10", "110").feeIn("2", "EUR").settled("998", "EUR"));
        assertThat(only(view).cost()).isEqualTo(Amount.of("1002.222222222222222222")); // 2 × 1000 ÷ 900
        assertThat(only(view).proceeds()).isEqualTo(Amount.of("1097.8")); // 2 × 1100 ÷ 1000
        assertThat(only(view).costsApart()).isEmpty();
        assertThat(position(view).costsApart()).isEmpty();
    }

    @Test
    void a_settlement_that_contradicts_the_trade_states_no_rate() {
        LotView view =
                fifo(trade(JANUARY_10, ALFA, "10", "100").feeIn("2", "EUR").settled("902", "EUR"));
        assertThat(position(view).cost()).isEqualTo(Amount.of("1000"));
        assertThat(position(view).costsApart()).hasSize(1);
    }

    @Test
    void a_trade_that_closes_and_opens_shares_its_fee_between_both() {
        LotView view = fifo(
                trade(JANUARY_10, ALFA, "-10", "10").coded("O"),
                trade(LATER, ALFA, "40", "9").feeIn("4", "EUR"));
        assertThat(only(view).costsApart()).extracting(CostApart::cost).containsExactly(Money.of("-1", "EUR"));
        assertThat(position(view).costsApart()).extracting(CostApart::cost).containsExactly(Money.of("-3", "EUR"));
    }

    @Test
    void two_listings_in_two_currencies_are_two_positions() {
        LotView view = fifo(
                trade(JANUARY_10, ALFA, "10", "10"),
                trade(JANUARY_10, ALFA, "5", "9").in(EUR));
        assertThat(view.positions()).hasSize(2);
    }

    @Test
    void a_cancelled_trade_and_its_twin_leave_nothing() {
        LotView view = fifo(
                trade(JANUARY_10, ALFA, "100", "10"),
                trade(JANUARY_10, ALFA, "-100", "10").coded("Ca"));
        assertThat(view.positions()).isEmpty();
        assertThat(view.gains()).isEmpty();
    }

    @Test
    void a_cancellation_of_nothing_known_is_asked_about() {
        LotView view = fifo(trade(JANUARY_10, ALFA, "-100", "10").coded("Ca"));
        assertThat(view.questions())
                .extracting(OpenQuestion::kind)
                .containsExactly(OpenQuestion.Kind.CANCELS_NOTHING_KNOWN);
    }

    @Test
    void purchases_of_a_day_come_before_its_sales_when_no_clock_tells() {
        LotView view = fifo(trade(JANUARY_10, ALFA, "-5", "12"), trade(JANUARY_10, ALFA, "5", "10"));
        assertThat(view.gaps()).isEmpty();
        assertThat(only(view).gain()).isEqualTo(Amount.of("10"));
    }

    @Test
    void units_that_are_transferred_out_leave_with_their_lots() {
        LotView view = LotFold.fold(
                List.of(
                        booking("buy", trade(JANUARY_10, ALFA, "10", "10").row()),
                        booking("out", transfer(LATER, ALFA, "-4", null))),
                Method.FIFO,
                LotRules.PLAIN);
        assertThat(view.gains()).isEmpty();
        assertThat(view.departures())
                .singleElement()
                .satisfies(departure -> assertThat(departure.lots())
                        .singleElement()
                        .satisfies(lot -> {
                            assertThat(lot.date()).isEqualTo(JANUARY_10);
                            assertThat(lot.cost()).isEqualTo(Amount.of("40"));
                        }));
        assertThat(position(view).cost()).isEqualTo(Amount.of("60"));
    }

    @Test
    void units_that_are_transferred_in_cost_what_the_file_states_or_an_unknown_sum() {
        LotView stated = LotFold.fold(
                List.of(booking("in", transfer(JANUARY_10, ALFA, "4", Money.of("44", "USD")))),
                Method.FIFO,
                LotRules.PLAIN);
        assertThat(position(stated).cost()).isEqualTo(Amount.of("44"));
        LotView silent = LotFold.fold(
                List.of(
                        booking("in", transfer(JANUARY_10, ALFA, "4", null)),
                        booking("sell", trade(LATER, ALFA, "-4", "12").row())),
                Method.FIFO,
                LotRules.PLAIN);
        assertThat(only(silent).proceeds()).isEqualTo(Amount.of("48"));
        assertThat(only(silent).gain()).isNull();
        assertThat(silent.gaps()).isEmpty();
    }

    @Test
    void units_that_come_with_a_cost_in_another_currency_are_a_position_of_their_own() {
        LotView view = LotFold.fold(
                List.of(
                        booking("buy", trade(JANUARY_10, ALFA, "10", "10").row()),
                        booking("in", transfer(LATER, ALFA, "4", Money.of("36", "EUR")))),
                Method.FIFO,
                LotRules.PLAIN);
        assertThat(view.positions().get(new PositionKey(ALFA.key(), EUR)))
                .isNotNull()
                .satisfies(position -> assertThat(position.cost()).isEqualTo(Amount.of("36")));
        assertThat(position(view).quantity()).isEqualTo(Quantity.of("10"));
    }

    private static LotView fifo(TradeRow... trades) {
        return view(Method.FIFO, LotRules.PLAIN, trades);
    }

    private static LotView view(Method method, LotRules rules, TradeRow... trades) {
        List<Booking> bookings = new ArrayList<>();
        for (TradeRow trade : trades) {
            bookings.add(booking("trade " + bookings.size(), trade.row()));
        }
        return LotFold.fold(bookings, method, rules);
    }

    private static LotPosition position(LotView view) {
        LotPosition position = view.positions().get(KEY);
        assertThat(position).isNotNull();
        return position;
    }

    private static RealizedGain only(LotView view) {
        assertThat(view.gains()).hasSize(1);
        return view.gains().getFirst();
    }
}
