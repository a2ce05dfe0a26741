package io.dividendsomatic.portfolio.ledger.matching;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.USD;
import static io.dividendsomatic.portfolio.ledger.Told.action;
import static io.dividendsomatic.portfolio.ledger.Told.dividend;
import static io.dividendsomatic.portfolio.ledger.Told.telling;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.ledger.AccountLedger;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A dividend that IBKR tells among the corporate actions as well. */
class ToldAsActionsTest {
    private static final StatementRow PAID = dividend(JANUARY_10, ALFA, "84", "ALFA CASH DIVIDEND");
    private static final StatementRow TOLD_AGAIN = action(JANUARY_10, Kind.RIGHTS_ISSUE, ALFA, "700")
            .typed("DI")
            .cash("84")
            .row();

    @Test
    void it_is_one_booking_with_the_lines_of_both_and_its_money_counts_once() {
        AccountLedger ledger = ledger(telling("paid", "flex", 0, 1, PAID), telling("action", "flex", 0, 2, TOLD_AGAIN));
        assertThat(ledger.bookings()).singleElement().satisfies(booking -> {
            assertThat(booking.row()).isEqualTo(PAID);
            assertThat(booking.sources()).hasSize(2);
            assertThat(booking.told()).hasSize(2);
        });
        assertThat(ledger.cash().balanceAt(USD, JANUARY_10)).isEqualTo(Amount.of("84"));
        assertThat(ledger.fifo().positions()).isEmpty();
    }

    @Test
    void without_the_dividend_its_money_counts_and_its_units_are_asked_about() {
        AccountLedger ledger = ledger(
                telling(
                        "bought",
                        "flex",
                        0,
                        1,
                        trade(JANUARY_10, ALFA, "700", "10").row()),
                telling("action", "flex", 0, 2, TOLD_AGAIN));
        assertThat(ledger.cash().balanceAt(USD, JANUARY_10)).isEqualTo(Amount.of("-6916"));
        assertThat(ledger.fifo().positions().values())
                .singleElement()
                .satisfies(position -> assertThat(position.quantity()).hasToString("700"));
        assertThat(ledger.fifo().questions())
                .extracting(OpenQuestion::kind)
                .containsExactly(OpenQuestion.Kind.DIVIDEND_WITH_UNITS);
    }

    @Test
    void two_dividends_of_one_amount_take_one_row_each() {
        AccountLedger ledger = ledger(
                telling("paid", "flex", 0, 1, PAID),
                telling("paid again", "flex", 0, 2, PAID),
                telling("action", "flex", 0, 3, TOLD_AGAIN));
        assertThat(ledger.bookings()).hasSize(2);
        assertThat(ledger.cash().balanceAt(USD, JANUARY_10)).isEqualTo(Amount.of("168"));
    }

    private static AccountLedger ledger(Telling... tellings) {
        return AccountLedger.of(List.of(tellings), LotRules.PLAIN, Map.of());
    }
}
