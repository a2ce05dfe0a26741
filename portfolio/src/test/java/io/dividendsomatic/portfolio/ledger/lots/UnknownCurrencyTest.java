package io.dividendsomatic.portfolio.ledger.lots;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.EUR;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.bookings;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static io.dividendsomatic.portfolio.ledger.Told.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Rows that state no currency. One that names a currency which nobody knows is refused before it comes here. */
class UnknownCurrencyTest {
    private static final LocalDate LATER = JANUARY_10.plusDays(10);

    @Test
    void units_that_came_without_a_currency_stand_in_a_position_without_one() {
        LotView view = fold(transfer(JANUARY_10, ALFA, "4", null));
        LotPosition position = view.positions().get(new PositionKey(ALFA.key(), null));
        assertThat(position).isNotNull();
        assertThat(position.quantity()).isEqualTo(Quantity.of("4"));
        assertThat(position.cost()).isNull();
    }

    @Test
    void they_go_with_the_first_trade_that_closes_them_and_their_gain_is_unknown() {
        LotView view = fold(
                trade(JANUARY_10, ALFA, "1", "9").in(EUR).row(),
                trade(JANUARY_10, ALFA, "-1", "9").in(EUR).row(),
                transfer(JANUARY_10.plusDays(1), ALFA, "4", null),
                trade(LATER, ALFA, "-4", "12").row());
        assertThat(view.gaps()).isEmpty();
        assertThat(view.gains()).last().satisfies(gain -> {
            assertThat(gain.proceeds()).isEqualTo(Amount.of("48"));
            assertThat(gain.gain()).isNull();
        });
        assertThat(view.positions().values())
                .allSatisfy(position -> assertThat(position.quantity()).isEqualTo(Quantity.of("0")));
    }

    private static LotView fold(StatementRow... rows) {
        return LotFold.fold(bookings(rows), Method.FIFO, LotRules.PLAIN);
    }
}
