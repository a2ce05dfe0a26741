package io.dividendsomatic.dividends.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The most that a country may withhold from a dividend of a private person who lives in another.
 *
 * @param residence and {@code country} by ISO 3166
 * @param share 0.15 for 15 percent
 * @param from the first pay date for which it is valid, and {@code to} the last
 * @param source who states it, {@code stated} on which day
 */
public record TreatyRate(
        String residence,
        String country,
        BigDecimal share,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String source,
        LocalDate stated) {

    boolean isValidOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
