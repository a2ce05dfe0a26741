package io.dividendsomatic.portfolio.ledger.lots;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.BETA;
import static io.dividendsomatic.portfolio.ledger.Told.GRANA;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.USD;
import static io.dividendsomatic.portfolio.ledger.Told.action;
import static io.dividendsomatic.portfolio.ledger.Told.bookings;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ActionLotsTest {
    private static final LocalDate BOUGHT = JANUARY_10;
    private static final LocalDate DAY = JANUARY_10.plusDays(30);
    private static final LocalDate SOLD = JANUARY_10.plusDays(60);
    private static final StatementRow HUNDRED = trade(BOUGHT, ALFA, "100", "10").row();

    @Test
    void a_split_told_in_one_row_keeps_cost_and_date() {
        LotView view = fold(HUNDRED, action(DAY, Kind.SPLIT, ALFA, "400").row());
        assertThat(position(view, ALFA).lots()).singleElement().satisfies(lot -> {
            assertThat(lot.quantity()).isEqualTo(Quantity.of("500"));
            assertThat(lot.cost()).isEqualTo(Amount.of("1000"));
            assertThat(lot.date()).isEqualTo(BOUGHT);
        });
        assertThat(view.questions()).isEmpty();
    }

    @Test
    void a_reverse_split_told_in_one_row_keeps_them_too() {
        LotView view = fold(HUNDRED, action(DAY, Kind.SPLIT, ALFA, "-90").row());
        assertThat(position(view, ALFA).quantity()).isEqualTo(Quantity.of("10"));
        assertThat(position(view, ALFA).cost()).isEqualTo(Amount.of("1000"));
    }

    @Test
    void a_reverse_split_into_another_isin_carries_the_lots_over() {
        LotView view = fold(
                HUNDRED,
                action(DAY, Kind.SPLIT, BETA, "4")
                        .saying("ALFA(US000000AA16) SPLIT 1 FOR 25 (BETA, B, US000000BB22)")
                        .row(),
                action(DAY, Kind.SPLIT, ALFA, "-100")
                        .saying("ALFA(US000000AA16) SPLIT 1 FOR 25 (ALFA.OLD, A, US000000AA16)")
                        .row());
        assertThat(position(view, ALFA).lots()).isEmpty();
        assertThat(position(view, BETA).lots()).singleElement().satisfies(lot -> {
            assertThat(lot.date()).isEqualTo(BOUGHT);
            assertThat(lot.cost()).isEqualTo(Amount.of("1000"));
            assertThat(lot.quantity()).isEqualTo(Quantity.of("4"));
        });
        assertThat(view.gains()).isEmpty();
        assertThat(view.questions()).isEmpty();
    }

    @Test
    void a_split_at_a_time_after_close_comes_after_the_trades_of_its_day() {
        LotView view = fold(
                HUNDRED,
                action(DAY, Kind.SPLIT, ALFA, "50").at("20:25:00").row(),
                trade(DAY, ALFA, "-50", "12").at("15:00:00").row());
        assertThat(only(view).cost()).isEqualTo(Amount.of("500"));
        assertThat(position(view, ALFA).quantity()).isEqualTo(Quantity.of("100"));
    }

    @Test
    void a_split_of_a_short_position_makes_it_shorter() {
        LotView view = fold(
                trade(BOUGHT, ALFA, "-10", "20").coded("O").row(),
                action(DAY, Kind.SPLIT, ALFA, "-10").row());
        assertThat(position(view, ALFA).quantity()).isEqualTo(Quantity.of("-20"));
        assertThat(position(view, ALFA).cost()).isEqualTo(Amount.of("-200"));
    }

    @Test
    void a_stock_dividend_comes_at_no_cost() {
        LotView view = fold(HUNDRED, action(DAY, Kind.STOCK_DIVIDEND, ALFA, "5").row());
        assertThat(position(view, ALFA).lots()).hasSize(2);
        assertThat(position(view, ALFA).cost()).isEqualTo(Amount.of("1000"));
        assertThat(position(view, ALFA).open()).isFalse();
    }

    @Test
    void a_spin_off_costs_nothing_and_is_flagged_while_nobody_says_how_the_cost_is_shared() {
        LotView view =
                fold(HUNDRED, action(DAY, Kind.SPIN_OFF, BETA, "25").worth("0").row());
        assertThat(position(view, ALFA).cost()).isEqualTo(Amount.of("1000"));
        assertThat(position(view, BETA).cost()).isEqualTo(Amount.of("0"));
        assertThat(position(view, BETA).open()).isTrue();
        assertThat(position(view, BETA).lots()).allMatch(Lot::allocationUnknown);
        assertThat(view.questions())
                .extracting(OpenQuestion::kind)
                .containsExactly(OpenQuestion.Kind.ALLOCATION_UNKNOWN);
    }

    @Test
    void the_security_that_a_spin_off_comes_from_is_flagged_and_so_is_its_later_gain() {
        LotView view = fold(
                HUNDRED,
                action(DAY, Kind.SPIN_OFF, BETA, "25").of(ALFA).row(),
                trade(SOLD, ALFA, "-40", "11").row());
        assertThat(position(view, ALFA).open()).isTrue();
        assertThat(position(view, ALFA).lots()).allMatch(Lot::allocationUnknown);
        assertThat(only(view).allocationUnknown()).isTrue();
        assertThat(view.questions())
                .extracting(question -> question.kind() + " "
                        + Objects.requireNonNull(question.instrument()).symbol())
                .containsExactlyInAnyOrder("ALLOCATION_UNKNOWN BETA", "ALLOCATION_UNKNOWN ALFA");
    }

    @Test
    void a_merger_for_money_in_another_currency_has_no_gain_and_names_the_money() {
        LotView view = fold(
                HUNDRED,
                action(DAY, Kind.MERGER, ALFA, "-100").cashIn("1200", "EUR").row());
        assertThat(only(view).gain()).isNull();
        assertThat(only(view).proceeds()).isNull();
        assertThat(only(view).cost()).isEqualTo(Amount.of("1000"));
        assertThat(only(view).costsApart()).extracting(CostApart::cost).containsExactly(Money.of("1200", "EUR"));
        assertThat(view.questions())
                .extracting(OpenQuestion::kind)
                .containsExactly(OpenQuestion.Kind.CASH_IN_ANOTHER_CURRENCY);
    }

    @Test
    void units_paid_for_in_another_currency_have_an_unknown_cost_beside_which_the_money_stands() {
        LotView view = fold(
                HUNDRED,
                action(DAY, Kind.OTHER, ALFA, "50").cashIn("-500", "EUR").row());
        assertThat(position(view, ALFA).cost()).isNull();
        assertThat(position(view, ALFA).costsApart())
                .extracting(CostApart::cost)
                .containsExactly(Money.of("-500", "EUR"));
    }

    @Test
    void a_merger_for_money_is_a_sale() {
        LotView view = fold(
                HUNDRED, action(DAY, Kind.MERGER, ALFA, "-100").cash("1200").row());
        assertThat(only(view).gain()).isEqualTo(Amount.of("200"));
        assertThat(position(view, ALFA).lots()).isEmpty();
    }

    @Test
    void charges_in_another_currency_go_with_the_units_and_with_the_share_that_is_sold() {
        LotView view = fold(
                trade(BOUGHT, ALFA, "100", "10").feeIn("8", "EUR").row(),
                action(DAY, Kind.MERGER, ALFA, "-100").cash("300").event("7").row(),
                action(DAY, Kind.MERGER, BETA, "50").worth("600").event("7").row(),
                action(DAY, Kind.MERGER, GRANA, "50").worth("300").event("7").row());
        assertThat(only(view).costsApart()).extracting(CostApart::cost).containsExactly(Money.of("-2", "EUR"));
        assertThat(position(view, BETA).costsApart())
                .extracting(CostApart::cost)
                .containsExactly(Money.of("-4", "EUR"));
        assertThat(position(view, GRANA).costsApart())
                .extracting(CostApart::cost)
                .containsExactly(Money.of("-2", "EUR"));
    }

    @Test
    void a_merger_for_units_and_money_sells_the_share_that_the_money_is_of_the_value() {
        LotView view = fold(
                HUNDRED,
                action(DAY, Kind.MERGER, ALFA, "-100").cash("300").event("7").row(),
                action(DAY, Kind.MERGER, BETA, "50").worth("900").event("7").row());
        assertThat(only(view).proceeds()).isEqualTo(Amount.of("300"));
        assertThat(only(view).cost()).isEqualTo(Amount.of("250"));
        assertThat(position(view, BETA).cost()).isEqualTo(Amount.of("750"));
    }

    @Test
    void money_beside_units_without_a_value_lowers_their_cost_and_flags_them() {
        LotView view = fold(
                HUNDRED,
                action(DAY, Kind.MERGER, ALFA, "-100").cash("300").event("7").row(),
                action(DAY, Kind.MERGER, BETA, "50").event("7").row());
        assertThat(only(view).gain()).isEqualTo(Amount.of("0"));
        assertThat(position(view, BETA).cost()).isEqualTo(Amount.of("700"));
        assertThat(position(view, BETA).lots()).allMatch(Lot::allocationUnknown);
    }

    @Test
    void exercised_rights_make_a_new_lot_for_their_cost_and_what_was_paid() {
        LotView view = fold(
                HUNDRED,
                action(DAY, Kind.RIGHTS_ISSUE, GRANA, "100").worth("0").row(),
                action(SOLD, Kind.RIGHTS_EXERCISE, GRANA, "-100").event("9").row(),
                action(SOLD, Kind.RIGHTS_EXERCISE, ALFA, "20")
                        .cash("-160")
                        .event("9")
                        .row());
        assertThat(position(view, GRANA).lots()).isEmpty();
        Lot latest = position(view, ALFA).lots().getLast();
        assertThat(latest.date()).isEqualTo(SOLD);
        assertThat(latest.cost()).isEqualTo(Amount.of("160"));
    }

    @Test
    void rights_whose_row_states_a_currency_and_no_money_are_held_in_it() {
        LotView view = fold(
                action(DAY, Kind.RIGHTS_ISSUE, GRANA, "100").in(USD).row(),
                action(SOLD, Kind.RIGHTS_EXERCISE, GRANA, "-100")
                        .in(USD)
                        .cash("-500")
                        .event("9")
                        .row(),
                action(SOLD, Kind.RIGHTS_EXERCISE, ALFA, "50")
                        .in(USD)
                        .event("9")
                        .row());
        assertThat(position(view, ALFA).cost()).isEqualTo(Amount.of("500"));
        assertThat(position(view, GRANA).lots()).isEmpty();
        assertThat(view.questions())
                .extracting(OpenQuestion::kind)
                .containsExactly(OpenQuestion.Kind.ALLOCATION_UNKNOWN);
    }

    @Test
    void units_of_a_subscription_cost_what_was_paid_for_them() {
        LotView view = fold(
                action(DAY, Kind.RIGHTS_EXERCISE, ALFA, "20").event("9").row(),
                action(DAY, Kind.RIGHTS_EXERCISE, ALFA, "0")
                        .cash("-160")
                        .event("9")
                        .row(),
                trade(SOLD, ALFA, "-20", "9").row());
        assertThat(only(view).gain()).isEqualTo(Amount.of("20"));
        assertThat(view.questions()).isEmpty();
    }

    @Test
    void a_new_name_keeps_the_lots() {
        LotView view = fold(
                HUNDRED,
                action(DAY, Kind.IDENTITY_CHANGE, ALFA, "-100")
                        .saying("CUSIP/ISIN CHANGE TO (US000000BB22) (ALFA, A, US000000AA16)")
                        .row(),
                action(DAY, Kind.IDENTITY_CHANGE, BETA, "100")
                        .saying("CUSIP/ISIN CHANGE TO (US000000BB22) (BETA, B, US000000BB22)")
                        .row(),
                trade(SOLD, BETA, "-100", "11").row());
        assertThat(only(view).gain()).isEqualTo(Amount.of("100"));
        assertThat(only(view).lotsUsed())
                .singleElement()
                .extracting(LotUse::date)
                .isEqualTo(BOUGHT);
    }

    @Test
    void nordnets_two_sides_pair_by_day_and_text_though_each_has_a_number() {
        LotView view = fold(
                HUNDRED,
                action(DAY, Kind.EXCHANGE, ALFA, "-100")
                        .saying("VAIHTO 1:2")
                        .event("1")
                        .row(),
                action(DAY, Kind.EXCHANGE, BETA, "200")
                        .saying("VAIHTO 1:2")
                        .event("2")
                        .row());
        assertThat(position(view, BETA).cost()).isEqualTo(Amount.of("1000"));
        assertThat(view.questions()).isEmpty();
    }

    @Test
    void a_delisting_realizes_what_the_units_cost() {
        LotView view = fold(HUNDRED, action(DAY, Kind.DELISTING, ALFA, "-100").row());
        assertThat(only(view).gain()).isEqualTo(Amount.of("-1000"));
    }

    @Test
    void a_tender_moves_the_lots_to_the_tendered_units_and_the_money_closes_those() {
        LotView view = fold(
                HUNDRED,
                action(DAY, Kind.TENDER, ALFA, "-100")
                        .saying("ALFA TENDERED TO X 1 FOR 1 (ALFA, A, 1)")
                        .row(),
                action(DAY, Kind.TENDER, BETA, "100")
                        .saying("ALFA TENDERED TO X 1 FOR 1 (BETA, B, 2)")
                        .row(),
                action(SOLD, Kind.MERGER, BETA, "-100").cash("1300").row());
        assertThat(only(view).gain()).isEqualTo(Amount.of("300"));
    }

    @Test
    void a_redemption_and_cash_for_fractions_are_sales() {
        LotView view = fold(
                HUNDRED,
                action(DAY, Kind.REDEMPTION, ALFA, "-99.5").cash("995").row(),
                action(SOLD, Kind.OTHER, ALFA, "-0.5")
                        .cash("6")
                        .saying("CASH IN LIEU OF FRACTIONS")
                        .row());
        assertThat(view.gains()).extracting(RealizedGain::gain).containsExactly(Amount.of("0"), Amount.of("1"));
    }

    @Test
    void money_for_units_that_no_row_counts_leaves_the_lots_and_asks() {
        LotView view = fold(
                HUNDRED,
                action(DAY, Kind.REDEMPTION, ALFA, "0").uncounted().cash("1000").row());
        assertThat(position(view, ALFA).quantity()).isEqualTo(Quantity.of("100"));
        assertThat(view.questions())
                .singleElement()
                .satisfies(question -> assertThat(question.kind()).isEqualTo(OpenQuestion.Kind.UNITS_UNKNOWN));
    }

    @Test
    void money_and_units_told_in_two_rows_of_one_event_belong_together() {
        LotView view = fold(
                HUNDRED,
                action(DAY, Kind.REDEMPTION, ALFA, "0")
                        .uncounted()
                        .cash("1100")
                        .saying("MATURITY")
                        .row(),
                action(DAY, Kind.REDEMPTION, ALFA, "-100").saying("MATURITY").row());
        assertThat(only(view).gain()).isEqualTo(Amount.of("100"));
        assertThat(view.questions()).isEmpty();
    }

    private static LotView fold(StatementRow... rows) {
        return LotFold.fold(bookings(rows), Method.FIFO, LotRules.PLAIN);
    }

    private static LotPosition position(LotView view, Instrument instrument) {
        LotPosition position = view.positions().get(new PositionKey(instrument.key(), USD));
        assertThat(position).isNotNull();
        return position;
    }

    private static RealizedGain only(LotView view) {
        assertThat(view.gains()).hasSize(1);
        return view.gains().getFirst();
    }
}
