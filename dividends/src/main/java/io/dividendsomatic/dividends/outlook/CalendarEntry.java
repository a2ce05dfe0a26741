package io.dividendsomatic.dividends.outlook;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment on a day: one that came, one that the broker expects, or one that would follow.
 *
 * @param perShare gross, in {@code currency}
 * @param gross absent where the shares are not known
 * @param net less the tax that was withheld or is expected; absent where that is not known
 * @param payments that came
 * @param sources of the payments or of the accrual; an estimate names the payments that it follows
 */
public record CalendarEntry(
        Certainty certainty,
        AccountId account,
        Instrument instrument,
        InstrumentKey key,
        @Nullable LocalDate exDate,
        LocalDate payDate,
        CurrencyCode currency,
        @Nullable UnitPrice perShare,
        @Nullable Amount gross,
        @Nullable Amount net,
        List<FactId> payments,
        List<SourceRef> sources) {
    public static final Comparator<CalendarEntry> BY_DATE = Comparator.comparing(CalendarEntry::payDate)
            .thenComparing(CalendarEntry::key)
            .thenComparing(CalendarEntry::account)
            .thenComparing(CalendarEntry::certainty)
            .thenComparing(CalendarEntry::currency)
            .thenComparing(entry -> entry.payments().isEmpty()
                    ? ""
                    : entry.payments().getFirst().value());

    public CalendarEntry {
        payments = List.copyOf(payments);
        sources = List.copyOf(sources);
    }

    /** Whether its ex date or its pay date lies in the period. */
    public boolean isIn(Period period) {
        return isIn(period, payDate) || isIn(period, exDate);
    }

    private static boolean isIn(Period period, @Nullable LocalDate day) {
        return day != null && !day.isBefore(period.from()) && !day.isAfter(period.to());
    }
}
