package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.transactions.settling.PositionChange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instrument of an account as one side of a comparison: as reported, or as bookings leave it.
 *
 * @param value absent where nothing states it, like the cost
 * @param sources the lines of the report that shows it; none where bookings alone tell of it
 */
record Side(
        @Nullable Instrument instrument,
        @Nullable CurrencyCode currency,
        BigDecimal quantity,
        @Nullable BigDecimal value,
        @Nullable BigDecimal cost,
        List<SourceRef> sources) {
    static final Side NOTHING = new Side(null, null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, List.of());
    private static final int CENTS = 2;

    Side {
        sources = List.copyOf(sources);
    }

    static Side of(HeldPosition position) {
        return new Side(
                position.instrument(),
                position.currency(),
                position.quantity().value(),
                value(position.marketValue()),
                value(position.costBasis()),
                position.sources());
    }

    static Side of(PositionChange change) {
        return new Side(
                change.instrument(),
                change.key().currency(),
                change.quantity().value(),
                null,
                value(change.cost()),
                List.of());
    }

    private static @Nullable BigDecimal value(@Nullable Amount amount) {
        return amount == null ? null : amount.value();
    }

    /** Bookings changed it: their count, with the lines of the report before them. */
    Side became(Side later) {
        return new Side(instrument, currency, later.quantity, null, later.cost, sources);
    }

    Side plus(Side other) {
        List<SourceRef> both = new ArrayList<>(sources);
        both.addAll(other.sources);
        return new Side(
                instrument == null ? other.instrument : instrument,
                currency == null ? other.currency : currency,
                quantity.add(other.quantity),
                add(value, other.value),
                add(cost, other.cost),
                both);
    }

    /** With what the day's own bookings brought or took, at a cost that is not looked up. */
    Side plus(@Nullable BigDecimal units) {
        return units == null ? this : new Side(instrument, currency, quantity.add(units), value, null, sources);
    }

    private static @Nullable BigDecimal add(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? null : one.add(other);
    }

    /** Whether its units are the same ones in another number: the cost is the same to the cent. */
    boolean isSameLot(Side later) {
        return quantity.signum() != 0
                && quantity.signum() == later.quantity.signum()
                && cost != null
                && later.cost != null
                && cents(cost).compareTo(cents(later.cost)) == 0;
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(CENTS, RoundingMode.HALF_UP);
    }

    /** The part of the cost that belongs to units which the other side does not have; absent where it is not told. */
    @Nullable
    BigDecimal costBeyond(Side before, BigDecimal units) {
        if (cost == null) {
            return null;
        }
        if (before.cost != null) {
            return cost.subtract(before.cost);
        }
        return quantity.signum() == 0 ? null : cost.multiply(units).divide(quantity, UnitValue.DIGITS);
    }
}
