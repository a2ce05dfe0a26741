package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instrument as it is known now, in the words that were used last.
 *
 * @param isin absent when none is known: then it is an instrument of one broker only
 * @param broker whose instrument it is; absent when it has an ISIN
 * @param currency in which all of its accounts hold or trade it; absent when they differ or do not tell
 * @param aliasCount how many names mean it, files' and decided ones
 * @param from the first day on which a file speaks of it; absent when none tells a day
 */
public record InstrumentLine(
        InstrumentKey instrument,
        @Nullable Isin isin,
        @Nullable Broker broker,
        @Nullable String symbol,
        @Nullable String name,
        @Nullable String assetClass,
        @Nullable CurrencyCode currency,
        List<String> names,
        int aliasCount,
        List<AccountId> accounts,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public InstrumentLine {
        names = List.copyOf(names);
        accounts = List.copyOf(accounts);
    }

    String label() {
        return symbol != null ? symbol : name != null ? name : instrument.value();
    }
}
