package io.dividendsomatic.portfolio.ledger.cash;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.EUR;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.USD;
import static io.dividendsomatic.portfolio.ledger.Told.action;
import static io.dividendsomatic.portfolio.ledger.Told.bookings;
import static io.dividendsomatic.portfolio.ledger.Told.dividend;
import static io.dividendsomatic.portfolio.ledger.Told.file;
import static io.dividendsomatic.portfolio.ledger.Told.movement;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade.Level;
import io.dividendsomatic.portfolio.statement.TradeTime;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CashLedgerTest {

    @Test
    void a_trade_moves_proceeds_and_each_cost_in_its_own_currency() {
        CashLedger cash = ledger(
                trade(JANUARY_10, ALFA, "10", "10").tax("3").feeIn("1.2", "EUR").row());
        assertThat(cash.balanceAt(USD, JANUARY_10)).isEqualTo(Amount.of("-103"));
        assertThat(cash.balanceAt(EUR, JANUARY_10)).isEqualTo(Amount.of("-1.2"));
    }

    @Test
    void what_the_broker_settled_stands_for_all_of_a_trade() {
        CashLedger cash = ledger(trade(JANUARY_10, ALFA, "10", "10")
                .fee("1")
                .settled("-85", "EUR")
                .row());
        assertThat(cash.currencies()).containsExactly(EUR);
        assertThat(cash.balanceAt(EUR, JANUARY_10)).isEqualTo(Amount.of("-85"));
    }

    @Test
    void a_cost_in_another_currency_that_was_not_settled_with_the_trade_moves_its_own_balance() {
        CashLedger cash = ledger(trade(JANUARY_10, ALFA, "10", "10")
                .tax("3")
                .feeIn("1.2", "EUR")
                .settled("-103", "USD")
                .row());
        assertThat(cash.balanceAt(USD, JANUARY_10)).isEqualTo(Amount.of("-103"));
        assertThat(cash.balanceAt(EUR, JANUARY_10)).isEqualTo(Amount.of("-1.2"));
    }

    @Test
    void a_cost_in_another_currency_that_was_settled_with_the_trade_moves_nothing_else() {
        CashLedger cash = ledger(trade(JANUARY_10, ALFA, "10", "10")
                .feeIn("1.2", "EUR")
                .settled("-101.4", "USD")
                .row());
        assertThat(cash.currencies()).containsExactly(USD);
    }

    @Test
    void a_booking_in_another_currency_stands_for_a_dividend_and_its_tax() {
        CashMovement gross =
                new CashMovement(JANUARY_10, Money.of("84", "USD"), Money.of("60", "EUR"), null, null, References.NONE);
        CashMovement tax = new CashMovement(
                JANUARY_10, Money.of("-12.6", "USD"), Money.of("0", "EUR"), null, null, References.NONE);
        CashLedger cash = ledger(new CashDividend(gross, ALFA, null, null, null), new WithholdingTax(tax, ALFA, null));
        assertThat(cash.balanceAt(EUR, JANUARY_10)).isEqualTo(Amount.of("60"));
        assertThat(cash.currencies()).containsExactly(EUR);
    }

    @Test
    void a_conversion_moves_both_legs_and_its_fee() {
        CashLedger cash = ledger(new FxConversion(
                TradeTime.on(JANUARY_10),
                Money.of("-100", "EUR"),
                Money.of("119", "USD"),
                null,
                Money.of("-2", "EUR"),
                Level.EXECUTION,
                null,
                References.NONE));
        assertThat(cash.balanceAt(EUR, JANUARY_10)).isEqualTo(Amount.of("-102"));
        assertThat(cash.balanceAt(USD, JANUARY_10)).isEqualTo(Amount.of("119"));
    }

    @Test
    void corporate_actions_and_transfers_move_their_money() {
        CashLedger cash = ledger(
                action(JANUARY_10, Kind.MERGER, ALFA, "-10").cash("120").row(),
                new Transfer(JANUARY_10, null, null, Money.of("-20", "USD"), null, null, null, null, References.NONE));
        assertThat(cash.balanceAt(USD, JANUARY_10)).isEqualTo(Amount.of("100"));
    }

    @Test
    void a_balance_is_that_of_its_day() {
        CashLedger cash = ledger(
                new Deposit(movement(JANUARY_10, "500", "USD", null)),
                dividend(JANUARY_10.plusDays(2), ALFA, "84", null));
        assertThat(cash.balanceAt(USD, JANUARY_10.minusDays(1))).isEqualTo(Amount.of("0"));
        assertThat(cash.balanceAt(USD, JANUARY_10.plusDays(1))).isEqualTo(Amount.of("500"));
        assertThat(cash.balanceAt(USD, JANUARY_10.plusDays(2))).isEqualTo(Amount.of("584"));
        assertThat(cash.entries().get(USD))
                .extracting(CashLedger.Entry::balance)
                .containsExactly(Amount.of("500"), Amount.of("584"));
    }

    @Test
    void what_was_there_before_the_first_booking_is_in_every_balance() {
        List<Booking> bookings = bookings(new Deposit(movement(JANUARY_10, "500", "USD", null)));
        OpeningBalance before =
                new OpeningBalance(JANUARY_10.minusDays(1), USD, Amount.of("-200"), new SourceRef(file("any"), 1));
        CashLedger cash = CashLedger.of(bookings, Map.of(USD, before));
        assertThat(cash.balanceAt(USD, JANUARY_10.minusDays(1))).isEqualTo(Amount.of("-200"));
        assertThat(cash.balanceAt(USD, JANUARY_10)).isEqualTo(Amount.of("300"));
    }

    @Test
    void the_order_of_the_bookings_does_not_matter() {
        List<Booking> bookings = bookings(
                new Deposit(movement(JANUARY_10, "500", "USD", null)),
                dividend(JANUARY_10, ALFA, "84", null),
                trade(JANUARY_10, ALFA, "10", "10").fee("1").row());
        List<Booking> reversed = new ArrayList<>(bookings);
        Collections.reverse(reversed);
        assertThat(CashLedger.of(reversed)).isEqualTo(CashLedger.of(bookings));
    }

    private static CashLedger ledger(StatementRow... rows) {
        return CashLedger.of(bookings(rows));
    }
}
