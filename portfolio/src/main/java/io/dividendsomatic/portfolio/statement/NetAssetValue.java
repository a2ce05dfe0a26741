package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the account is worth at the end of a day, as the broker prints it.
 *
 * @param assetClass the broker's name of the part that is valued; absent for the whole account
 * @param currency the account's base currency; absent where the file does not say it
 */
public record NetAssetValue(
        LocalDate asOf,
        @Nullable String assetClass,
        @Nullable CurrencyCode currency,
        Amount value) implements StatementRow {}
