package io.dividendsomatic.dividends.income;

import io.dividendsomatic.portfolio.kernel.Amount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How much of what was invested has come back as income, and in how many years the rest would at a yield.
 *
 * @param recovered percent of the money invested, one digit after the point
 * @param remainingYears one digit after the point, zero when all is back; not given without a yield
 */
public record Payback(BigDecimal recovered, Figure remainingYears) {
    private static final int SCALE = 1;
    /** Days without the instrument that end a time of owning it. */
    private static final int GAP_DAYS = 14;

    /** A time of owning an instrument, both days included. */
    public record Owned(LocalDate first, LocalDate last) {

        public long days() {
            return ChronoUnit.DAYS.between(first, last) + 1;
        }
    }

    /**
     * Nothing when nothing was invested.
     *
     * @param yieldPercent on cost, else the current one
     */
    public static Optional<Payback> of(Amount income, Amount invested, Figure yieldPercent) {
        if (invested.value().signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal percent = Percent.of(income.value(), invested.value(), SCALE);
        BigDecimal left =
                Percent.HUNDRED.subtract(Percent.of(income.value(), invested.value(), Percent.PRECISE.getPrecision()));
        return Optional.of(new Payback(percent, remaining(left, yieldPercent)));
    }

    private static Figure remaining(BigDecimal left, Figure yieldPercent) {
        if (left.signum() <= 0) {
            return Figure.of(BigDecimal.ZERO.setScale(SCALE));
        }
        BigDecimal yearly = yieldPercent.value();
        if (yearly == null) {
            return yieldPercent;
        }
        return yearly.signum() <= 0
                ? Figure.missing(Figure.Status.MISSING_RATE)
                : Figure.of(left.divide(yearly, SCALE, RoundingMode.HALF_UP));
    }

    /** The times of owning it, from the days on which it is known to have been held. */
    public static List<Owned> owned(Collection<LocalDate> daysHeld) {
        List<Owned> times = new ArrayList<>();
        for (LocalDate day : new TreeSet<>(daysHeld)) {
            boolean goesOn =
                    !times.isEmpty() && ChronoUnit.DAYS.between(times.getLast().last(), day) <= GAP_DAYS;
            Owned time = goesOn ? new Owned(times.removeLast().first(), day) : new Owned(day, day);
            times.add(time);
        }
        return times;
    }
}
