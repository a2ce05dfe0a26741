package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.history.settling.InstrumentUse;
import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.ledger.Naming;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * By which key the payments know what is held: the same one, else that of the only instrument of its symbol, since a list
 * of positions may give a symbol where the payments give the ISIN.
 */
final class KeysInUse {
    private final Function<AccountId, Function<Instrument, InstrumentKey>> identify;
    private final Function<AccountId, Naming> naming;
    private final Map<String, NavigableSet<InstrumentKey>> bySymbol = new HashMap<>();
    private final NavigableSet<InstrumentKey> used = new TreeSet<>();

    KeysInUse(
            Function<AccountId, Function<Instrument, InstrumentKey>> identify,
            Function<AccountId, Naming> naming,
            Collection<InstrumentUse> uses) {
        this.identify = identify;
        this.naming = naming;
        uses.forEach(this::add);
    }

    private void add(InstrumentUse use) {
        used.add(use.key());
        if (use.symbol() != null) {
            bySymbol.computeIfAbsent(use.symbol(), first -> new TreeSet<>()).add(use.key());
        }
    }

    /** Whether they know everything by the same keys, as far as it does not depend on an account. */
    boolean sayTheSameAs(KeysInUse other) {
        return bySymbol.equals(other.bySymbol) && used.equals(other.used);
    }

    /** Of a position, which is called so on the day of its snapshot; one that is derived is named already. */
    InstrumentKey of(AccountSnapshot snapshot, Instrument told) {
        AccountId account = snapshot.account();
        Instrument instrument = snapshot.origin() == Origin.DERIVED
                ? told
                : naming.apply(account).on(snapshot.asOf(), told);
        return used(instrument, identify.apply(account).apply(instrument));
    }

    /** Of a holding, which has the ISIN that its accounts mean. */
    InstrumentKey ofHolding(Instrument instrument) {
        return used(instrument, instrument.key());
    }

    private InstrumentKey used(Instrument instrument, InstrumentKey own) {
        String symbol = instrument.symbol();
        if (used.contains(own) || symbol == null) {
            return own;
        }
        NavigableSet<InstrumentKey> sameSymbol = bySymbol.getOrDefault(symbol, new TreeSet<>());
        boolean another = instrument.isin() != null
                && sameSymbol.stream().anyMatch(key -> key.value().startsWith("isin:"));
        return sameSymbol.size() == 1 && !another ? sameSymbol.getFirst() : own;
    }
}
