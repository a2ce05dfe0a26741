package io.dividendsomatic.portfolio.fx;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The currency of a report: the one asked for, else the configured one, else the accounts' common base, else EUR. */
public final class ReportingCurrency {
    private static final CurrencyCode EUR = new CurrencyCode("EUR");

    private ReportingCurrency() {}

    /** @param bases of the accounts asked for; nothing where it was not told */
    public static CurrencyCode of(
            @Nullable CurrencyCode asked, @Nullable CurrencyCode configured, List<Optional<CurrencyCode>> bases) {
        if (asked != null) {
            return asked;
        }
        if (configured != null) {
            return configured;
        }
        List<Optional<CurrencyCode>> different = bases.stream().distinct().toList();
        return different.size() == 1 ? different.getFirst().orElse(EUR) : EUR;
    }
}
