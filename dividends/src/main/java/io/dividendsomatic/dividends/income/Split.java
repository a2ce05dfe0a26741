package io.dividendsomatic.dividends.income;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * That shares were divided or put together.
 *
 * @param date the first day on which the new shares trade
 * @param factor new shares for one old: 5 for a five-for-one split, 0.1 for a reverse split of ten
 */
public record Split(LocalDate date, BigDecimal factor) {

    /** Throws IllegalArgumentException for a factor that is not above zero. */
    public Split {
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("a split gives more than nothing: " + factor);
        }
    }
}
