package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.income.Splits;
import io.dividendsomatic.dividends.outlook.CalendarEntry;
import io.dividendsomatic.dividends.outlook.DividendCalendar;
import io.dividendsomatic.dividends.outlook.Position;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to come of each instrument, with what it rests on, so that a new file costs the instruments that it is about
 * and no others.
 *
 * @param states of the accounts
 */
record ToCome(SettledStates states, KeysInUse keys, Map<InstrumentKey, Part> parts) {

    ToCome {
        parts = Collections.unmodifiableMap(parts);
    }

    /**
     * Of one instrument.
     *
     * @param name how it is called
     * @param rests beside the files of the accounts that tell of it
     */
    record Part(Instrument name, List<CalendarEntry> entries, Rests rests) {
        Part {
            entries = List.copyOf(entries);
        }
    }

    /** @param tellers the accounts whose payments and expectations name the instrument */
    record Rests(Set<AccountId> tellers, Splits splits, Map<AccountId, Quantity> held, List<Instrument> heldAs) {
        static Rests of(Scene scene, InstrumentKey instrument) {
            List<Holding> holdings = scene.held(instrument);
            return new Rests(
                    scene.accounts(instrument),
                    scene.splits(instrument),
                    Portrait.quantities(holdings),
                    holdings.stream().map(Portrait::instrument).toList());
        }
    }

    /**
     * As it is now: of instruments of which nothing changed as it was.
     *
     * @param before absent where nothing of it counts any more
     * @param states read before the scene was
     */
    static ToCome seen(Scene scene, LocalDate last, LocalDate asOf, SettledStates states, @Nullable ToCome before) {
        Map<InstrumentKey, Part> parts = new TreeMap<>();
        Map<InstrumentKey, Rests> rests = new TreeMap<>();
        Set<AccountId> changed = before == null ? Set.of() : states.since(before.states);
        boolean sameKeys = before != null && before.keys.sayTheSameAs(scene.keys());
        for (InstrumentKey instrument : scene.instruments()) {
            Rests now = Rests.of(scene, instrument);
            Part part = before == null || !sameKeys ? null : before.parts.get(instrument);
            if (part != null && part.rests.equals(now) && Collections.disjoint(now.tellers, changed)) {
                parts.put(instrument, part);
            } else {
                rests.put(instrument, now);
            }
        }
        scene.look(rests.keySet(), (positions, shares) -> {
            for (Position position : positions) {
                parts.put(
                        position.key(),
                        new Part(
                                position.instrument(),
                                DividendCalendar.toCome(List.of(position), last, asOf),
                                Objects.requireNonNull(rests.get(position.key()))));
            }
        });
        return new ToCome(states, scene.keys(), parts);
    }

    /** By instrument. */
    List<CalendarEntry> entries() {
        return parts.values().stream().flatMap(part -> part.entries.stream()).toList();
    }

    Map<InstrumentKey, Instrument> names() {
        return parts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, part -> part.getValue().name));
    }

    /** How much memory it takes. */
    int lines() {
        return parts.values().stream().mapToInt(part -> 1 + part.entries.size()).sum();
    }
}
