package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Period;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That an account's files use their words for an instrument of which they tell an identity.
 *
 * @param told the ISIN or the contract number by which the files themselves know it
 * @param key after all merges
 */
record Use(Sighting sighting, InstrumentKey told, InstrumentKey key) {
    /** Asset classes of contracts, which some brokers name by the symbol of what they are written on. */
    private static final Set<String> CONTRACTS = Set.of(
            "opt",
            "fop",
            "fut",
            "cfd",
            "war",
            "equity and index options",
            "options on futures",
            "futures",
            "cfds",
            "warrants");

    AccountId account() {
        return sighting.account();
    }

    @Nullable
    Period days() {
        return sighting.days();
    }

    /** Whether nothing that both tell keeps a row from speaking of this. */
    boolean agrees(Instrument row) {
        Instrument known = sighting.instrument();
        return agree(row.conid(), known.conid())
                && agree(row.cusip(), known.cusip())
                && agree(row.exchange(), known.exchange())
                && agree(internal(row.isin()), internal(known.isin()))
                && (row.assetClass() == null
                        || known.assetClass() == null
                        || isContract(row.assetClass()) == isContract(known.assetClass()));
    }

    boolean isOn(@Nullable String exchange) {
        return Objects.equals(exchange, sighting.instrument().exchange());
    }

    private static @Nullable Isin internal(@Nullable Isin isin) {
        return isin != null && isin.isInternal() ? isin : null;
    }

    private static boolean agree(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null || one.equals(other);
    }

    private static boolean isContract(String assetClass) {
        return CONTRACTS.contains(assetClass.toLowerCase(Locale.ROOT));
    }
}
