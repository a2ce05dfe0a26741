package io.dividendsomatic.dividends.income;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A figure, or why there is none. A missing input never becomes a one or a zero.
 *
 * @param value present exactly when the status is {@code KNOWN}
 */
public record Figure(Status status, @Nullable BigDecimal value) {

    /** Whether there is a figure, and what is missing for it. */
    public enum Status {
        KNOWN,
        MISSING_RATE,
        /** The rate that was known counts no more: several turns passed without a payment. */
        RATE_LAPSED,
        MISSING_QUANTITY,
        MISSING_PRICE,
        MISSING_COST,
        MISSING_FX,
        /** The periods to be compared are not whole. */
        INCOMPLETE
    }

    public Figure {
        if ((status == Status.KNOWN) != (value != null)) {
            throw new IllegalArgumentException("a figure is known or says why not: " + status + " " + value);
        }
    }

    public static Figure of(BigDecimal value) {
        return new Figure(Status.KNOWN, value);
    }

    public static Figure missing(Status status) {
        return new Figure(status, null);
    }

    public boolean isKnown() {
        return value != null;
    }

    /** Rounded half up. */
    public Figure rounded(int scale) {
        return value == null ? this : of(value.setScale(scale, RoundingMode.HALF_UP));
    }
}
