package io.dividendsomatic.portfolio.fx;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rate to its base currency that an account's statement tells for a day.
 *
 * @param base the base currency that the same file tells; absent where it tells none
 */
public record StatedFx(
        AccountId account,
        CurrencyCode currency,
        LocalDate date,
        FxRate rate,
        @Nullable CurrencyCode base,
        SourceRef source) {}
