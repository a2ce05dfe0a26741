package io.dividendsomatic.reporting;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What every report names: the day that it is about, when that was known, and the currency of its figures. */
public interface Report {

    /** Absent where the question names none. */
    @Nullable
    LocalDate asOf();

    Instant knownAt();

    CurrencyCode currency();
}
