package io.dividendsomatic.portfolio.fx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rate from a currency to the reporting currency, or that none is known. It is never 1 by default.
 *
 * @param rate multiply an amount by it to get the reporting currency
 * @param date the day for which it was stated; of several that were combined, the earliest
 * @param source the account whose statement told it, or who published it, or {@code identity}; several stand with
 *     {@code +} between them
 */
public record Fx(
        Status status,
        @Nullable BigDecimal rate,
        @Nullable LocalDate date,
        @Nullable String source) {
    public static final Fx MISSING = new Fx(Status.MISSING, null, null, null);

    /** Whether there is a rate. */
    public enum Status {
        KNOWN,
        MISSING
    }

    /** A currency to itself. */
    public static Fx identity(LocalDate asOf) {
        return new Fx(Status.KNOWN, BigDecimal.ONE, asOf, "identity");
    }

    static Fx known(BigDecimal rate, LocalDate date, String source) {
        return new Fx(Status.KNOWN, rate, date, source);
    }

    /** The amount in the reporting currency with the scale of the multiplication; nothing without amount or rate. */
    public Optional<BigDecimal> convert(@Nullable BigDecimal amount) {
        return amount == null || rate == null ? Optional.empty() : Optional.of(amount.multiply(rate));
    }
}
