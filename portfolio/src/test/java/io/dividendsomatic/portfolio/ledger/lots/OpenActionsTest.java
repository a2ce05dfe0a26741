package io.dividendsomatic.portfolio.ledger.lots;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.BETA;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.USD;
import static io.dividendsomatic.portfolio.ledger.Told.action;
import static io.dividendsomatic.portfolio.ledger.Told.bookings;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OpenActionsTest {
    private static final LocalDate BOUGHT = JANUARY_10;
    private static final LocalDate DAY = JANUARY_10.plusDays(30);
    private static final StatementRow HUNDRED = trade(BOUGHT, ALFA, "100", "10").row();

    @Test
    void a_cancelled_row_cancels_its_twin() {
        LotView view = fold(
                HUNDRED,
                action(DAY, Kind.SPLIT, ALFA, "400")
                        .saying("SPLIT 5 FOR 1 (ALFA, A, 1)")
                        .row(),
                action(DAY.plusDays(1), Kind.SPLIT, ALFA, "-400")
                        .saying("SPLIT 5 FOR 1 (ALFA, A, 1)")
                        .cancelled()
                        .row());
        assertThat(position(view, ALFA).quantity()).isEqualTo(Quantity.of("100"));
        assertThat(view.questions()).isEmpty();
    }

    @Test
    void units_that_went_for_nothing_are_gone_and_asked_about() {
        LotView view = fold(HUNDRED, action(DAY, Kind.EXCHANGE, ALFA, "-100").row());
        assertThat(position(view, ALFA).lots()).isEmpty();
        assertThat(position(view, ALFA).open()).isTrue();
        assertThat(view.departures()).hasSize(1);
        assertThat(view.gains()).isEmpty();
        assertThat(view.questions())
                .extracting(OpenQuestion::kind)
                .containsExactly(OpenQuestion.Kind.UNITS_WENT_FOR_NOTHING);
    }

    @Test
    void units_that_came_from_nothing_have_an_unknown_cost_and_are_asked_about() {
        LotView view = fold(action(DAY, Kind.EXCHANGE, BETA, "10").worth("0").row());
        assertThat(position(view, BETA).cost()).isNull();
        assertThat(position(view, BETA).open()).isTrue();
    }

    @Test
    void an_exchange_of_more_than_came_is_a_gap_and_only_the_known_part_has_a_cost() {
        LotView view = fold(
                trade(BOUGHT, ALFA, "60", "10").row(),
                action(DAY, Kind.EXCHANGE, ALFA, "-100").event("1").row(),
                action(DAY, Kind.EXCHANGE, BETA, "50").event("1").row());
        assertThat(position(view, BETA).quantity()).isEqualTo(Quantity.of("50"));
        assertThat(position(view, BETA).cost()).isNull();
        assertThat(position(view, BETA).lots())
                .extracting(Lot::quantity)
                .containsExactly(Quantity.of("30"), Quantity.of("20"));
        assertThat(view.gaps()).singleElement().extracting(Gap::quantity).isEqualTo(Quantity.of("40"));
    }

    @Test
    void consent_moves_nothing() {
        LotView view =
                fold(HUNDRED, action(DAY, Kind.CONSENT, ALFA, "0").cash("5").row());
        assertThat(position(view, ALFA).cost()).isEqualTo(Amount.of("1000"));
        assertThat(view.gains()).isEmpty();
    }

    private static LotView fold(StatementRow... rows) {
        return LotFold.fold(bookings(rows), Method.FIFO, LotRules.PLAIN);
    }

    private static LotPosition position(LotView view, Instrument instrument) {
        LotPosition position = view.positions().get(new PositionKey(instrument.key(), USD));
        assertThat(position).isNotNull();
        return position;
    }
}
