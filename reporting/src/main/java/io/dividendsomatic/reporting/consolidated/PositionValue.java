package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.holdings.Valuing.Basis;
import io.dividendsomatic.portfolio.holdings.Valuing.Worth;
import io.dividendsomatic.portfolio.kernel.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a position is worth on a day for which its broker does not say it: its units at the newest price that is known of
 * that day or before ({@link Prices}); without any price what they cost; nothing where that is not known either.
 *
 * @param price absent where cost stands for the value
 */
record PositionValue(BigDecimal value, @Nullable UnitValue price) {
    /** In place of who tells a price. */
    static final String COST = "COST";

    static Optional<PositionValue> of(Held position, @Nullable UnitValue price) {
        BigDecimal cost = position.cost();
        if (price != null) {
            BigDecimal units = position.quantity();
            return Optional.of(new PositionValue(price.value().multiply(units, UnitValue.DIGITS), price));
        }
        return cost == null ? Optional.empty() : Optional.of(new PositionValue(cost, null));
    }

    boolean isEstimated() {
        return price == null;
    }

    /** @param day that is valued */
    Worth worth(LocalDate day) {
        Basis basis = price == null ? new Basis(day, COST) : new Basis(price.day(), price.source());
        return new Worth(new Amount(Plain.of(value)), basis);
    }
}
