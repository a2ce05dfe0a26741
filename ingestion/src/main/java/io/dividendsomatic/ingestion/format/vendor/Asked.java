package io.dividendsomatic.ingestion.format.vendor;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor was asked: the prices at the end of those days.
 *
 * @param symbol as the account's broker calls it
 * @param listing as the vendor calls it
 * @param currency in which the instrument is held: a listing that is quoted in another is not the one
 * @param to a day that is over everywhere
 */
public record Asked(
        Vendor vendor,
        Isin isin,
        @Nullable String symbol,
        String listing,
        CurrencyCode currency,
        LocalDate from,
        LocalDate to) {

    Instrument instrument() {
        return new Instrument(symbol, isin, null, null, null, null, null, null, null);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
