package io.dividendsomatic.portfolio.prices;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The price of one unit at the end of a day.
 *
 * @param publisher the vendor that lists it
 * @param source the line that states it
 */
public record VendorPrice(LocalDate date, CurrencyCode currency, UnitPrice price, String publisher, SourceRef source) {
    /** Days after which a price is stale: a weekend and the longest run of holidays lie between two prices at most. */
    public static final int FRESH_DAYS = 5;

    /** In days, at a day. */
    public long ageAt(LocalDate day) {
        return ChronoUnit.DAYS.between(date, day);
    }

    public boolean isStaleAt(LocalDate day) {
        return ageAt(day) > FRESH_DAYS;
    }
}
