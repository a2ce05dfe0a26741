package io.dividendsomatic.reporting.performance;

import io.dividendsomatic.portfolio.holdings.Holdings.Reason;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.reporting.Report;
import io.dividendsomatic.reporting.consolidated.Missing;
import io.dividendsomatic.reporting.consolidated.Quality;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What came of the money between the ends of two days, in the reporting currency. Rates are fractions with six decimals:
 * {@code 0.158447} is 15.84 percent. Exchange rates are part of every return.
 *
 * @param from the day whose end begins it: the one asked for, but none before there is something to value; absent, like
 *     {@code to}, where there never is
 * @param startValue net value at the end of that day
 * @param netFlows what came from outside after it
 * @param gain end value − start value − net flows
 * @param timeWeighted see {@link TimeWeighted}; absent where no sub-period has a return
 * @param moneyWeighted see {@link MoneyWeighted}; a rate a year
 * @param flows those that were used, with the start and the end as the money-weighted return counts them
 * @param remarks what is to be known about the way it was measured
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
        List<Remark> remarks,
        List<Missing> unresolved)
        implements Report {

    public PerformanceReport {
        flows = List.copyOf(flows);
        remarks = List.copyOf(remarks);
        unresolved = List.copyOf(unresolved);
    }

    /** The last day. */
    @Override
    public @Nullable LocalDate asOf() {
        return to;
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
        /** What an account was worth when it could first be valued within the time, beyond what came that day. */
        FIRST_SEEN,
        DEPOSIT,
        WITHDRAWAL,
        TRANSFER,
        TRANSFER_OF_UNITS,
        /** Units that a report shows and no booking explains. */
        UNITS_FIRST_SEEN,
        /** Units that a report shows no more though no booking took them. */
        UNITS_GONE,
        /** Money that a file shows before any booking of its currency. */
        CASH_FIRST_SEEN,
        END_VALUE
    }

    /**
     * A flow as the owner sees it.
     *
     * @param account absent of the start and the end
     * @param amount negative when it went in, positive when it came out or is left
     * @param reason why it counts as one though no booking tells it; absent where bookings do
     * @param isin of units, like symbol and quantity
     * @param sources the lines that show it; none of the start and the end
     */
    public record UsedFlow(
            LocalDate date,
            Kind kind,
            @Nullable String account,
            BigDecimal amount,
            @Nullable String reason,
            @Nullable Isin isin,
            @Nullable String symbol,
            @Nullable BigDecimal quantity,
            List<SourceRef> sources) {

        public UsedFlow {
            sources = List.copyOf(sources);
        }

        static UsedFlow of(LocalDate date, Kind kind, @Nullable String account, BigDecimal amount) {
            return new UsedFlow(date, kind, account, amount, null, null, null, null, List.of());
        }
    }

    /** What a remark is about. */
    public enum Remarkable {
        /** There is nothing to value before that day, though something is known, or was asked for. */
        NOTHING_TO_VALUE_BEFORE,
        /** The account has nothing that could be valued: none of its money is in any figure. */
        NEVER_VALUED,
        /** On days within these something had no rate or no value: it stands as last known, and no return ends there. */
        INCOMPLETE_DAYS,
        /** What came or went within these days has no rate or amount: no flow has it, and so it counts as gained or lost. */
        FLOWS_WITHOUT_VALUE
    }

    /**
     * Something about the way it was measured.
     *
     * @param account absent where it is about all of them
     * @param from the first day that it is about; absent where it is about all
     * @param reasons why days are incomplete, or flows without value
     */
    public record Remark(
            Remarkable code,
            @Nullable String account,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Set<Reason> reasons) {

        public Remark {
            reasons = Collections.unmodifiableSet(new TreeSet<>(reasons));
        }
    }

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
