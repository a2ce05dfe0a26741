package io.dividendsomatic.reporting.performance;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.reporting.consolidated.Missing;
import io.dividendsomatic.reporting.consolidated.Quality;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the money between the ends of two days, in the reporting currency. Rates are fractions with six decimals:
 * {@code 0.158447} is 15.84 percent. Exchange rates are part of every return.
 *
 * @param from the day whose end begins it: the one asked for, else the first that is known; absent, like {@code to},
 *     where nothing is known
 * @param startValue net value at the end of that day
 * @param netFlows what came from outside after it
 * @param gain end value − start value − net flows
 * @param timeWeighted see {@link TimeWeighted}; absent where no sub-period has a return
 * @param moneyWeighted see {@link MoneyWeighted}; a rate a year
 * @param flows those that were used, with the start and the end as the money-weighted return counts them
 * @param unresolved what no figure has
 */
public record PerformanceReport(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Instant knownAt,
        CurrencyCode currency,
        BigDecimal startValue,
        BigDecimal endValue,
        BigDecimal netFlows,
        BigDecimal gain,
        @Nullable Rate timeWeighted,
        @Nullable MoneyRate moneyWeighted,
        List<UsedFlow> flows,
        @Nullable Compared benchmark,
        Quality quality,
        List<Missing> unresolved) {

    public PerformanceReport {
        flows = List.copyOf(flows);
        unresolved = List.copyOf(unresolved);
    }

    /**
     * A time-weighted return.
     *
     * @param rate of the whole time
     * @param yearly the rate a year that comes to the same; absent within the first year, where it would only mislead
     * @param method by which it was found
     * @param subPeriods how many were linked
     * @param without the last days of sub-periods that have no return
     */
    public record Rate(
            BigDecimal rate, @Nullable BigDecimal yearly, String method, int subPeriods, List<LocalDate> without) {

        public Rate {
            without = List.copyOf(without);
        }
    }

    /** A money-weighted return a year. */
    public record MoneyRate(BigDecimal yearly, String method) {}

    /** What a flow was. */
    public enum Kind {
        START_VALUE,
        /** What an account was worth when it was first seen within the time. */
        FIRST_SEEN,
        DEPOSIT,
        WITHDRAWAL,
        TRANSFER,
        TRANSFER_OF_UNITS,
        END_VALUE
    }

    /**
     * A flow as the owner sees it.
     *
     * @param account absent of the start and the end
     * @param amount negative when it went in, positive when it came out or is left
     */
    public record UsedFlow(
            LocalDate date, Kind kind, @Nullable String account, BigDecimal amount) {}

    /**
     * A benchmark over the same time.
     *
     * @param startDay the day of its level at the start, at most a week earlier; likewise the end
     */
    public record Compared(
            String name,
            LocalDate startDay,
            LocalDate endDay,
            BigDecimal rate,
            @Nullable BigDecimal yearly,
            List<Level> series) {

        public Compared {
            series = List.copyOf(series);
        }
    }

    /**
     * What one unit of money had become by a day.
     *
     * @param benchmark six decimals
     */
    public record Level(LocalDate date, BigDecimal benchmark) {}
}
