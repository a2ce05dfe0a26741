package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.Edition;
import java.time.LocalDate;
import java.util.List;

/** A file told prices as one vendor lists them. A file of many tells them in several events. */
public record ReferencePricesTold(FileId file, Edition edition, String publisher, List<Told> prices)
        implements ReferenceEvent {
    /** Entries of one event: it stays well below a megabyte. */
    public static final int MAX_PRICES = 1_000;

    public ReferencePricesTold {
        prices = List.copyOf(prices);
    }

    /** Of one unit at the end of the day's trading. */
    public record Told(int line, Instrument instrument, LocalDate date, CurrencyCode currency, UnitPrice close) {}
}
