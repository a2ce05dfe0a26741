package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By which key an account's rows know an instrument. A row without an ISIN is about the one with it that has the same
 * contract number or symbol (else name) in the account, if there is exactly one; so a tax row that gives a symbol alone
 * finds its dividend.
 */
final class Instruments {
    private final Function<Instrument, InstrumentKey> identify;
    private final Map<String, NavigableSet<InstrumentKey>> byAlias = new HashMap<>();

    /** @param seen all instruments of the account's rows, in any order */
    Instruments(Collection<Instrument> seen, Function<Instrument, InstrumentKey> identify) {
        this.identify = identify;
        seen.stream()
                .filter(Instruments::hasIsin)
                .distinct()
                .forEach(instrument -> aliases(instrument)
                        .forEach(alias -> byAlias.computeIfAbsent(alias, key -> new TreeSet<>())
                                .add(identify.apply(instrument))));
    }

    InstrumentKey key(Instrument instrument) {
        InstrumentKey own = identify.apply(instrument);
        if (hasIsin(instrument) || !own.equals(instrument.key())) {
            return own;
        }
        return aliases(instrument)
                .map(alias -> byAlias.getOrDefault(alias, new TreeSet<>()))
                .filter(keys -> keys.size() == 1)
                .map(NavigableSet::getFirst)
                .findFirst()
                .orElse(own);
    }

    private static boolean hasIsin(Instrument instrument) {
        Isin isin = instrument.isin();
        return isin != null && !isin.isInternal();
    }

    private static Stream<String> aliases(Instrument instrument) {
        return Stream.of(
                        alias("conid", instrument.conid()),
                        alias("symbol", instrument.symbol()),
                        alias("name", instrument.symbol() == null ? instrument.name() : null))
                .flatMap(List::stream);
    }

    private static List<String> alias(String kind, @Nullable String value) {
        return value == null ? List.of() : List.of(kind + ":" + value);
    }
}
