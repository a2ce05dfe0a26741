package io.dividendsomatic.reporting.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * The return of the money that was there, whenever how much of it was: the returns of sub-periods, linked.
 *
 * <p>A sub-period ends on every day of which a fresh value is known, so daily where accounts report daily. Its return is
 * that of Modified Dietz: {@code (end − start − flows) / (start + Σ flow × share of the sub-period that was left)}; a flow
 * counts at the end of its day, which makes it {@code (end − flow) / start − 1} for single days. Where that divides by
 * nothing, as at the first deposit, flows count from the start of the sub-period; where even that does, the sub-period has
 * no return, stands out of the link and is told.
 *
 * @param factor what one unit of money became: 1.1584 is a return of 15.84 percent
 * @param subPeriods how many were linked
 * @param without the last days of those that have no return
 */
record TimeWeighted(BigDecimal factor, int subPeriods, List<LocalDate> without) {
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final int FACTOR_DECIMALS = 12;

    TimeWeighted {
        without = List.copyOf(without);
    }

    /**
     * @param values what everything was worth at the ends of the sub-periods, from the first day to the last
     * @param flows from outside (positive) and there, by day; those of the first day are in its value
     */
    static TimeWeighted of(NavigableMap<LocalDate, BigDecimal> values, NavigableMap<LocalDate, BigDecimal> flows) {
        BigDecimal factor = BigDecimal.ONE;
        int linked = 0;
        List<LocalDate> without = new ArrayList<>();
        LocalDate start = values.firstKey();
        for (LocalDate end : values.tailMap(start, false).keySet()) {
            BigDecimal grown =
                    factor(start, end, value(values, start), value(values, end), flows.subMap(start, false, end, true));
            if (grown == null) {
                without.add(end);
            } else {
                factor = factor.multiply(grown, DIGITS);
                linked++;
            }
            start = end;
        }
        return new TimeWeighted(factor.setScale(FACTOR_DECIMALS, RoundingMode.HALF_EVEN), linked, without);
    }

    private static BigDecimal value(NavigableMap<LocalDate, BigDecimal> values, LocalDate day) {
        return values.getOrDefault(day, BigDecimal.ZERO);
    }

    private static @Nullable BigDecimal factor(
            LocalDate from, LocalDate to, BigDecimal start, BigDecimal end, NavigableMap<LocalDate, BigDecimal> flows) {
        BigDecimal sum = flows.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (start.signum() == 0 && end.signum() == 0 && sum.signum() == 0) {
            return BigDecimal.ONE;
        }
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
        BigDecimal weighted = start;
        for (Map.Entry<LocalDate, BigDecimal> flow : flows.entrySet()) {
            BigDecimal left = BigDecimal.valueOf(ChronoUnit.DAYS.between(flow.getKey(), to));
            weighted = weighted.add(flow.getValue().multiply(left).divide(days, DIGITS));
        }
        BigDecimal base = weighted.signum() > 0 ? weighted : start.add(sum);
        return base.signum() <= 0
                ? null
                : BigDecimal.ONE.add(end.subtract(start).subtract(sum).divide(base, DIGITS));
    }
}
