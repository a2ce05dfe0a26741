package io.dividendsomatic.portfolio.ledger.cash;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.cash.CashEffect.Part;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a booking moves: what the broker settled where that is stated; else its amount, and of a trade its proceeds and
 * each of its costs in its own currency. Where a trade was settled for its proceeds and the costs of its currency alone, a
 * cost in another one was taken from another balance, and moves that. Zeros move nothing.
 */
public final class CashEffects {
    /** The digits that the database keeps; a product of price and quantity may have more, and is rounded half to even. */
    private static final int SCALE = 18;

    private CashEffects() {}

    public static List<CashEffect> of(Booking booking) {
        List<CashEffect> effects = new ArrayList<>();
        switch (booking.row()) {
            case Trade t -> trade(booking, t, effects);
            case FxConversion f -> {
                add(effects, booking, Part.LEG, f.amount());
                add(effects, booking, Part.COUNTER_LEG, f.counterAmount());
                add(effects, booking, Part.FEE, f.fee());
            }
            case Transfer t -> add(effects, booking, Part.WHOLE, t.cash());
            case CorporateAction a -> add(effects, booking, Part.WHOLE, a.cash());
            default -> {
                CashMovement movement = Objects.requireNonNull(booking.view().movement());
                add(effects, booking, Part.WHOLE, movement.settled() != null ? movement.settled() : movement.amount());
            }
        }
        return effects;
    }

    /** Whether the booking moves money that no file tells the amount of. */
    public static boolean isUnknown(Booking booking) {
        return booking.row() instanceof Trade t
                && t.settled() == null
                && t.proceeds() == null
                && t.price() == null
                && t.quantity().value().signum() != 0;
    }

    private static void trade(Booking booking, Trade trade, List<CashEffect> effects) {
        if (trade.settled() != null) {
            add(effects, booking, Part.WHOLE, trade.settled());
            if (isSettledWithoutOthers(trade)) {
                add(effects, booking, Part.FEE, foreign(trade, trade.costs().fee()));
                add(effects, booking, Part.TAX, foreign(trade, trade.costs().tax()));
            }
            return;
        }
        Amount proceeds = trade.proceeds() != null ? trade.proceeds() : product(trade);
        add(effects, booking, Part.PROCEEDS, proceeds == null ? null : new Money(proceeds, trade.currency()));
        add(effects, booking, Part.FEE, trade.costs().fee());
        add(effects, booking, Part.TAX, trade.costs().tax());
    }

    /** Whether what was settled is proceeds and costs of the trade's own currency, to the last digit. */
    private static boolean isSettledWithoutOthers(Trade trade) {
        Money settled = trade.settled();
        Amount proceeds = trade.proceeds();
        if (settled == null || proceeds == null || !settled.currency().equals(trade.currency())) {
            return false;
        }
        BigDecimal own = proceeds.value()
                .add(own(trade, trade.costs().fee()))
                .add(own(trade, trade.costs().tax()));
        return own.compareTo(settled.amount().value()) == 0;
    }

    private static BigDecimal own(Trade trade, @Nullable Money cost) {
        return cost == null || !cost.currency().equals(trade.currency())
                ? BigDecimal.ZERO
                : cost.amount().value();
    }

    private static @Nullable Money foreign(Trade trade, @Nullable Money cost) {
        return cost == null || cost.currency().equals(trade.currency()) ? null : cost;
    }

    private static @Nullable Amount product(Trade trade) {
        UnitPrice price = trade.price();
        if (price == null) {
            return null;
        }
        BigDecimal multiplier = trade.instrument().multiplier();
        BigDecimal product = price.value()
                .multiply(trade.quantity().value())
                .multiply(multiplier == null ? BigDecimal.ONE : multiplier);
        return new Amount(product.negate()
                .setScale(Math.min(SCALE, Math.max(0, product.scale())), RoundingMode.HALF_EVEN));
    }

    private static void add(List<CashEffect> effects, Booking booking, Part part, @Nullable Money money) {
        if (money != null && money.amount().value().signum() != 0) {
            effects.add(
                    new CashEffect(booking.date(), booking.id(), booking.view().kind(), part, money));
        }
    }
}
