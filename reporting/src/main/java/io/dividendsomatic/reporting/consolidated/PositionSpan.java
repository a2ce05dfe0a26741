package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A position between two reports while nothing of it changes: the same units at the same cost and price.
 *
 * @param from the first derived day on which it is so
 * @param until the first day on which it may be otherwise
 * @param reportedOn the report that was rolled forward; absent before the first
 * @param unit absent where no price is known
 */
record PositionSpan(
        PositionKey key,
        Held held,
        LocalDate from,
        LocalDate until,
        @Nullable LocalDate reportedOn,
        @Nullable UnitValue unit) {

    /** Units at their price; absent without one. */
    @Nullable
    BigDecimal value() {
        return unit == null ? null : Plain.of(unit.value().multiply(held.quantity(), UnitValue.DIGITS));
    }

    boolean covers(LocalDate day) {
        return !from.isAfter(day) && until.isAfter(day);
    }

    PositionSpan endingOn(LocalDate day) {
        return new PositionSpan(key, held, from, day, reportedOn, unit);
    }

    boolean says(Held other, @Nullable LocalDate report, @Nullable UnitValue price) {
        return held.quantity().compareTo(other.quantity()) == 0
                && same(held.cost(), other.cost())
                && Objects.equals(reportedOn, report)
                && Objects.equals(unit, price);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
