package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias.Kind;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the files themselves show of whom an alias means: the rows that tell it together with an identity. */
final class Evidence {
    /** By alias, whatever the exchange. */
    private final Map<InstrumentAlias, List<Use>> uses = new HashMap<>();

    void add(Use use) {
        Sighting sighting = use.sighting();
        for (InstrumentAlias alias : Names.of(sighting.account().broker(), sighting.instrument())) {
            uses.computeIfAbsent(alias.anywhere(), first -> new ArrayList<>()).add(use);
        }
    }

    Map<InstrumentAlias, List<Use>> all() {
        return uses;
    }

    /**
     * Whom a row means that tells no ISIN: by the first of its aliases that any file explains. A name counts only where
     * the row has nothing else, since issuers give one name to several securities.
     */
    Optional<Meaning> meaning(AccountId account, Instrument row, @Nullable Period days) {
        for (InstrumentAlias alias : Names.of(account.broker(), row)) {
            if (alias.kind() == Kind.NAME && (row.symbol() != null || row.conid() != null)) {
                continue;
            }
            List<Use> found = closest(alias, account, row);
            if (!found.isEmpty()) {
                return Optional.of(choose(alias, found, row, days));
            }
        }
        return Optional.empty();
    }

    /** Those on the row's own exchange before others, and those of the account itself before others of its broker. */
    private List<Use> closest(InstrumentAlias alias, AccountId account, Instrument row) {
        List<Use> known = uses.getOrDefault(alias.anywhere(), List.of());
        if (alias.broker() == null) {
            return known; // a code means one security, whatever else is said of it
        }
        List<Use> agreeing = known.stream().filter(use -> use.agrees(row)).toList();
        List<Use> own = preferred(agreeing, use -> use.account().equals(account));
        return alias.exchange() == null ? own : preferred(own, use -> use.isOn(alias.exchange()));
    }

    private static List<Use> preferred(List<Use> uses, Predicate<Use> better) {
        List<Use> best = uses.stream().filter(better).toList();
        return best.isEmpty() ? uses : best;
    }

    /** One instrument, or of several the only one that has the alias on all of the days while no other has it on any. */
    private static Meaning choose(InstrumentAlias alias, List<Use> found, Instrument row, @Nullable Period days) {
        Map<InstrumentKey, Optional<Period>> hulls = hulls(found);
        if (hulls.size() == 1) {
            return Meaning.of(hulls.keySet().iterator().next());
        }
        List<InstrumentKey> touching = new ArrayList<>();
        for (Map.Entry<InstrumentKey, Optional<Period>> candidate : hulls.entrySet()) {
            if (touch(candidate.getValue().orElse(null), days)) {
                touching.add(candidate.getKey());
            }
        }
        if (touching.size() == 1
                && days != null
                && hulls.getOrDefault(touching.getFirst(), Optional.empty())
                        .filter(hull -> contains(hull, days))
                        .isPresent()) {
            return Meaning.of(touching.getFirst());
        }
        return new Meaning(row.key(), new Doubt(Doubt.Kind.SEVERAL_INSTRUMENTS, alias, List.copyOf(found)));
    }

    /** The days from the first to the last on which each is seen; absent where no day is told. */
    static Map<InstrumentKey, Optional<Period>> hulls(List<Use> found) {
        Map<InstrumentKey, Optional<Period>> hulls = new TreeMap<>();
        for (Use use : found) {
            hulls.merge(
                    use.key(),
                    Optional.ofNullable(use.days()),
                    (one, other) -> Optional.ofNullable(Sighting.hull(one.orElse(null), other.orElse(null))));
        }
        return hulls;
    }

    /** Whether they have a day in common; of days that nobody tells, they may. */
    static boolean touch(@Nullable Period one, @Nullable Period other) {
        return one == null
                || other == null
                || (!one.from().isAfter(other.to()) && !other.from().isAfter(one.to()));
    }

    /** The days that they have in common; absent when there is none. */
    static @Nullable Period common(Period one, Period other) {
        LocalDate from = one.from().isAfter(other.from()) ? one.from() : other.from();
        LocalDate to = one.to().isBefore(other.to()) ? one.to() : other.to();
        return from.isAfter(to) ? null : new Period(from, to);
    }

    private static boolean contains(Period hull, Period days) {
        return !hull.from().isAfter(days.from()) && !days.to().isAfter(hull.to());
    }
}
