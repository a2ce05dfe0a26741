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
 * A file told exchange rates to the account's base currency.
 *
 * @param base the base currency that the same file tells; absent when it tells none
 */
public record RatesStated(
        AccountId account,
        FileId file,
        Edition edition,
        @Nullable CurrencyCode base,
        List<StatedRate> rates) implements AccountEvent {

    public RatesStated {
        rates = List.copyOf(rates);
    }

    /** Multiply an amount in {@code currency} by {@code rate} to get the base currency; as of the end of the day. */
    public record StatedRate(LocalDate date, CurrencyCode currency, FxRate rate, int line) {}
}
