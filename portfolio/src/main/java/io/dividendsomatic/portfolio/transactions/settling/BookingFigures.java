package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.cash.CashEffects;
import io.dividendsomatic.portfolio.ledger.lots.CostApart;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a transaction that hang on its kind.
 *
 * @param costsApart those of fee and tax that are in no cost of a position, for want of a rate between their currencies
 * @param statedCost the broker's cost basis of what was bought or sold
 */
public record BookingFigures(
        @Nullable LocalDate settleDate,
        @Nullable Quantity quantity,
        @Nullable UnitPrice price,
        @Nullable Money amount,
        @Nullable Money counterAmount,
        @Nullable Money fee,
        @Nullable Money tax,
        @Nullable Money settled,
        @Nullable FxRate rateToBase,
        List<Money> costsApart,
        @Nullable Money statedCost) {

    public BookingFigures {
        costsApart = List.copyOf(costsApart);
    }

    static BookingFigures of(Booking booking) {
        return switch (booking.row()) {
            case Trade t ->
                new BookingFigures(
                        t.when().settleDate(),
                        t.quantity(),
                        t.price(),
                        effect(booking, t),
                        null,
                        t.costs().fee(),
                        t.costs().tax(),
                        null,
                        rateOf(t),
                        CostApart.of(booking, t).stream().map(CostApart::cost).toList(),
                        t.statedCost() == null ? null : new Money(t.statedCost(), t.currency()));
            case FxConversion f ->
                new BookingFigures(
                        f.when().settleDate(),
                        null,
                        f.price(),
                        f.amount(),
                        f.counterAmount(),
                        f.fee(),
                        null,
                        null,
                        null,
                        List.of(),
                        null);
            case Transfer t -> moved(t.quantity(), t.cash(), null);
            case CorporateAction a -> moved(a.quantity(), a.cash(), rateOf(a));
            case StatementRow row ->
                paid(units(row), Objects.requireNonNull(booking.view().movement()));
        };
    }

    private static BookingFigures moved(@Nullable Quantity quantity, @Nullable Money cash, @Nullable FxRate rate) {
        return new BookingFigures(null, quantity, null, cash, null, null, null, null, rate, List.of(), null);
    }

    private static BookingFigures paid(@Nullable Quantity units, CashMovement money) {
        return new BookingFigures(
                null,
                units,
                null,
                money.amount(),
                null,
                null,
                null,
                money.settled(),
                money.fxRateToBase(),
                List.of(),
                null);
    }

    private static @Nullable Quantity units(StatementRow row) {
        return switch (row) {
            case CashDividend dividend -> dividend.quantity();
            case PaymentInLieu payment -> payment.quantity();
            default -> null;
        };
    }

    /** All that the ledger of cash books for a trade in one currency; costs in another stand beside it. */
    private static @Nullable Money effect(Booking booking, Trade trade) {
        if (CashEffects.isUnknown(booking)) {
            return null;
        }
        CurrencyCode currency =
                trade.settled() == null ? trade.currency() : trade.settled().currency();
        Amount sum = CashEffects.of(booking).stream()
                .filter(effect -> effect.money().currency().equals(currency))
                .map(effect -> effect.money().amount())
                .reduce(Amount.of("0"), Amount::plus);
        return new Money(sum, currency);
    }

    /** It converts the row's own currency only. */
    private static @Nullable FxRate rateOf(CorporateAction action) {
        Money cash = action.cash();
        return cash == null || cash.currency().equals(action.currency()) ? action.fxRateToBase() : null;
    }

    /** It converts the trade's own currency only. */
    private static @Nullable FxRate rateOf(Trade trade) {
        return trade.settled() == null || trade.settled().currency().equals(trade.currency())
                ? trade.fxRateToBase()
                : null;
    }
}
