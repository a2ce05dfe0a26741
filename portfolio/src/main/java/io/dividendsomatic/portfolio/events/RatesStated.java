package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.statement.Edition;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file told exchange rates to the account's base currency: in rows of their own, and on positions and bookings. A file
 * of many rates tells them in several events.
 *
 * @param base the base currency that the same file tells; absent when it tells none
 */
public record RatesStated(
        AccountId account,
        FileId file,
        Edition edition,
        @Nullable CurrencyCode base,
        List<StatedRate> rates) implements AccountEvent {

    /** Entries of one event: it stays well below a megabyte. */
    public static final int MAX_RATES = 1_000;

    public RatesStated {
        rates = List.copyOf(rates);
    }

    /**
     * Multiply an amount in {@code currency} by {@code rate} to get the base currency.
     *
     * @param occasion of a rate that stands on a booking; absent for the rate of the day as a whole
     */
    public record StatedRate(
            LocalDate date,
            CurrencyCode currency,
            FxRate rate,
            int line,
            @Nullable Occasion occasion) {

        /** A rate of the day. */
        public StatedRate(LocalDate date, CurrencyCode currency, FxRate rate, int line) {
            this(date, currency, rate, line, null);
        }
    }

    /** What a rate was used for. */
    public enum Occasion {
        BOOKING
    }
}
