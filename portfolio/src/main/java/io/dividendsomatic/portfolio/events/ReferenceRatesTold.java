package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.statement.Edition;
import java.time.LocalDate;
import java.util.List;

/** A file told reference rates of one publisher. A file of many tells them in several events. */
public record ReferenceRatesTold(FileId file, Edition edition, String publisher, List<Told> rates)
        implements ReferenceEvent {
    /** Entries of one event: it stays well below a megabyte. */
    public static final int MAX_RATES = 1_000;

    public ReferenceRatesTold {
        rates = List.copyOf(rates);
    }

    /** Units of {@code currency} for one unit of {@code base}. */
    public record Told(int line, LocalDate date, CurrencyCode base, CurrencyCode currency, FxRate rate) {}
}
