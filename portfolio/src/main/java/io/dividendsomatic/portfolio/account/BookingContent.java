package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.TradeTime;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;

/**
 * What a booking says, as a text by which two tellings of it are compared: what moved (day, time, instrument, quantity,
 * money) and, where the figures alone do not tell two bookings apart, the broker's words.
 *
 * <p>Left out, since a file may tell it or not, or tell it otherwise, of the very same booking:
 *
 * <ul>
 *   <li>what the broker reckons: stated cost and gain, valuations, the rate to base;
 *   <li>what a reader takes out of the words: ex date, per share and units of a payment, ratio, other side and kind of a
 *       corporate action; so a reader that learns more does not make a new fact of an old one;
 *   <li>how it is told: level, remarks, the day of the report, other numbers of the broker, and the words of trades and
 *       conversions, which are the name of the instrument.
 * </ul>
 *
 * <p>The number of the order counts in a charge alone: two orders of one day and instrument often cost the same.
 *
 * <p>The instrument counts as far as the row itself names it. A row that names it by symbol and one that names it by ISIN
 * are different contents here, whatever an instrument list beside them says: one file's list must not change what
 * another's rows are. That both are one transaction is seen by the ledger, over the whole set of facts.
 */
final class BookingContent {

    private BookingContent() {}

    static String of(StatementRow row) {
        return text(row).toString();
    }

    private static CanonicalText text(StatementRow row) {
        return switch (row) {
            case Trade trade -> trade(trade);
            case CashDividend paid -> cash("DIVIDEND", paid.movement()).instrument("instrument", paid.instrument());
            case PaymentInLieu paid ->
                cash("PAYMENT_IN_LIEU", paid.movement()).instrument("instrument", paid.instrument());
            case WithholdingTax tax ->
                cash("WITHHOLDING_TAX", tax.movement()).instrument("instrument", tax.instrument());
            case Interest interest ->
                cash("INTEREST", interest.movement()).instrument("instrument", interest.instrument());
            case Fee fee ->
                cash("FEE", fee.movement())
                        .words("category", fee.category())
                        .words("order", fee.movement().references().order())
                        .instrument("instrument", fee.instrument());
            case Deposit deposit -> cash("DEPOSIT", deposit.movement());
            case Withdrawal withdrawal -> cash("WITHDRAWAL", withdrawal.movement());
            case FxConversion conversion -> conversion(conversion);
            case Transfer transfer -> transfer(transfer);
            case CorporateAction action -> action(action);
            default -> throw new IllegalArgumentException("no booking: " + row);
        };
    }

    private static CanonicalText trade(Trade trade) {
        return when("TRADE", trade.when())
                .instrument("instrument", trade.instrument())
                .quantity("quantity", trade.quantity())
                .currency("currency", trade.currency())
                .price("price", trade.price())
                .amount("proceeds", trade.proceeds())
                .money("fee", trade.costs().fee())
                .money("tax", trade.costs().tax())
                .money("settled", trade.settled());
    }

    private static CanonicalText conversion(FxConversion conversion) {
        return when("FX_CONVERSION", conversion.when())
                .money("amount", conversion.amount())
                .money("counterAmount", conversion.counterAmount())
                .price("price", conversion.price())
                .money("fee", conversion.fee());
    }

    private static CanonicalText transfer(Transfer transfer) {
        return CanonicalText.of("kind", "TRANSFER")
                .day("date", transfer.date())
                .instrument("instrument", transfer.instrument())
                .quantity("quantity", transfer.quantity())
                .money("cash", transfer.cash())
                .words("counterparty", transfer.counterparty())
                .words("description", transfer.description());
    }

    private static CanonicalText action(CorporateAction action) {
        return CanonicalText.of("kind", "CORPORATE_ACTION")
                .day("date", action.date())
                .time("time", action.time())
                .instrument("instrument", action.instrument())
                .quantity("quantity", action.quantity())
                .money("cash", action.cash())
                .flag("cancelled", action.cancelled())
                .words("description", action.description());
    }

    private static CanonicalText when(String kind, TradeTime when) {
        return CanonicalText.of("kind", kind)
                .day("date", when.date())
                .time("time", when.time())
                .day("settleDate", when.settleDate());
    }

    private static CanonicalText cash(String kind, CashMovement movement) {
        return CanonicalText.of("kind", kind)
                .day("date", movement.date())
                .money("amount", movement.amount())
                .money("settled", movement.settled())
                .words("description", movement.description());
    }
}
