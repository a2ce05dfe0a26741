package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.instruments.Sighting.Wording;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whom every account means by its instruments, from what all files call them and what was decided. A pure function of
 * both, whatever their order.
 *
 * <p>A row's own ISIN comes first, and only a merge changes it. Without one a decision counts, then what the files show:
 * a contract number, FIGI or CUSIP that some file tells together with an ISIN, then the symbol as that account, else its
 * broker, uses it. Two ISINs are never one by a symbol; a symbol of two means one of them only on days on which no other
 * has it.
 */
public final class Identities {
    private final List<Sighting> sightings;
    private final Merges merges;
    private final Rulings rulings;
    private final Evidence evidence = new Evidence();
    private final Map<Wording, Optional<Period>> days = new HashMap<>();
    private final Map<Wording, Meaning> known = new ConcurrentHashMap<>();
    private final Map<AccountId, String> versions = new ConcurrentHashMap<>();

    private Identities(Collection<Sighting> sightings, Collection<Decision> decisions) {
        this.sightings = sightings.stream()
                .sorted(Comparator.comparing(Sighting::account).thenComparing(Sighting::source))
                .toList();
        this.merges = new Merges(decisions);
        this.rulings = new Rulings(decisions, merges);
    }

    public static Identities of(Collection<Sighting> sightings, Collection<Decision> decisions) {
        Identities identities = new Identities(sightings, decisions);
        identities.gather();
        return identities;
    }

    /** Rows with an ISIN explain those with a contract number alone, and both explain those with less. */
    private void gather() {
        for (Sighting sighting : sightings) {
            days.merge(
                    wording(sighting.account(), sighting.instrument()),
                    Optional.ofNullable(sighting.days()),
                    (one, other) -> Optional.ofNullable(Sighting.hull(one.orElse(null), other.orElse(null))));
            Isin isin = Real.isin(sighting.instrument());
            if (isin != null) {
                evidence.add(new Use(sighting, Real.key(isin), Real.key(merges.of(isin))));
            }
        }
        List<Use> byNumber = sightings.stream()
                .filter(sighting -> Real.isin(sighting.instrument()) == null
                        && sighting.instrument().conid() != null)
                .map(sighting -> new Use(
                        sighting,
                        sighting.instrument().key(),
                        meaning(sighting.account(), sighting.instrument()).key()))
                .toList();
        known.clear(); // a row without an ISIN may now be explained
        byNumber.forEach(evidence::add);
    }

    /** For folds that know no days: a row means what its words mean on all days on which the account says them. */
    public Function<Instrument, InstrumentKey> identify(AccountId account) {
        return instrument -> meaning(account, instrument).key();
    }

    /** Whom a row of an account means that is about that day. */
    public InstrumentKey key(AccountId account, Instrument instrument, LocalDate day) {
        Meaning always = meaning(account, instrument);
        return always.doubt() == null && Real.isin(always.key()).isPresent()
                ? always.key()
                : meaning(account, Sighting.bare(instrument), new Period(day, day))
                        .key();
    }

    /** The ISIN by which an instrument is known now; it may have been merged. */
    public Isin current(Isin isin) {
        return merges.of(isin);
    }

    /** The ISIN that a key stands for, if it does for one. */
    public static Optional<Isin> isin(InstrumentKey key) {
        return Real.isin(key);
    }

    /** What a person should decide, in a stable order. */
    public List<IdentityQuestion> questions() {
        return new Questions(this, evidence, rulings, merges).all();
    }

    /** Changes when an account's rows may mean something else than before. */
    public String version(AccountId account) {
        return versions.computeIfAbsent(account, asked -> Fingerprint.of(this, asked));
    }

    List<Sighting> sightings() {
        return sightings;
    }

    Meaning meaning(AccountId account, Instrument instrument) {
        Wording wording = wording(account, Sighting.bare(instrument));
        Meaning found = known.get(wording);
        if (found == null) {
            Period told = days.getOrDefault(wording, Optional.empty()).orElse(null);
            found = meaning(account, wording.instrument(), told);
            known.put(wording, found);
        }
        return found;
    }

    private Meaning meaning(AccountId account, Instrument row, @Nullable Period days) {
        Isin isin = Real.isin(row);
        if (isin != null) {
            return Meaning.of(Real.key(merges.of(isin)));
        }
        return rulings.meaning(account, row, days)
                .or(() -> evidence.meaning(account, row, days))
                .orElseGet(() -> Meaning.of(row.key()));
    }

    private static Wording wording(AccountId account, Instrument instrument) {
        return new Wording(account, instrument, null);
    }
}
