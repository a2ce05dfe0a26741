package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.transactions.settling.PositionChange;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Units of a position and their cost; absent where no file tells the cost of some of them. */
record Held(
        Instrument instrument,
        BigDecimal quantity,
        @Nullable BigDecimal cost) {

    static Held of(HeldPosition position) {
        return new Held(
                position.instrument(),
                position.quantity().value(),
                position.costBasis() == null ? null : position.costBasis().value());
    }

    static Held of(PositionChange change) {
        return new Held(
                change.instrument(),
                change.quantity().value(),
                change.cost() == null ? null : change.cost().value());
    }

    Held plus(Held other) {
        return new Held(
                instrument,
                quantity.add(other.quantity),
                cost == null || other.cost == null ? null : cost.add(other.cost));
    }

    boolean isNothing() {
        return quantity.signum() == 0;
    }
}
