package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.Edition;
import java.time.LocalDate;
import java.util.List;

/** A file told dividends as one vendor lists them: never income. A file of many tells them in several events. */
public record ReferenceDividendsTold(FileId file, Edition edition, String publisher, List<Told> dividends)
        implements ReferenceEvent {
    /** Entries of one event: it stays well below a megabyte. */
    public static final int MAX_DIVIDENDS = 1_000;

    public ReferenceDividendsTold {
        dividends = List.copyOf(dividends);
    }

    /** Per share: gross and adjusted for splits since. */
    public record Told(int line, Instrument instrument, LocalDate exDate, CurrencyCode currency, UnitPrice perShare) {}
}
