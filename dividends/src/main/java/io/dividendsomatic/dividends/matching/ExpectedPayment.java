package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dividend that a broker expects or expected for an account.
 *
 * @param rate per share, gross
 * @param gross in {@code currency}
 * @param taxRate that the broker expects to withhold, 0.15 for 15 percent
 * @param since the first day that a dated row speaks of, else the ex date: nobody knew of it before
 * @param open whether it still stands on the broker's books: neither paid nor called off
 */
public record ExpectedPayment(
        Instrument instrument,
        InstrumentKey key,
        @Nullable LocalDate exDate,
        @Nullable LocalDate payDate,
        CurrencyCode currency,
        @Nullable PerShare rate,
        @Nullable Quantity quantity,
        @Nullable Amount gross,
        @Nullable BigDecimal taxRate,
        @Nullable LocalDate since,
        boolean open,
        List<SourceRef> sources) {
    static final Comparator<ExpectedPayment> BY_DATE = Comparator.comparing(
                    ExpectedPayment::payDate, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(ExpectedPayment::key)
            .thenComparing(ExpectedPayment::sources, Comparator.comparing(List::toString));

    public ExpectedPayment {
        sources = List.copyOf(sources);
    }
}
