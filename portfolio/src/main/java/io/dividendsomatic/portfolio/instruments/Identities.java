package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.instruments.Sighting.Wording;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.Naming;
import io.dividendsomatic.portfolio.ledger.lots.CostShares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom every account means by its instruments, from what all files call them and what was decided. A pure function of
 * both, whatever their order.
 *
 * <p>A row's own ISIN comes first, and only a merge changes it. Without one the decisions count, each on its days, and on
 * days of which none is what the files show: a contract number, FIGI or CUSIP that some file tells together with an ISIN, then the symbol as that account, else its
 * broker, uses it. Two ISINs are never one by a symbol; a symbol of two means one of them only on days on which no other
 * has it.
 */
public final class Identities {
    private final List<Sighting> sightings;
    private final Merges merges;
    private final Rulings rulings;
    private final CostShares shares;
    private final Evidence evidence = new Evidence();
    private final Map<Wording, Optional<Period>> days = new HashMap<>();
    private final Map<Wording, List<Part>> known = new ConcurrentHashMap<>();
    private final Map<Isin, Optional<Instrument>> called = new ConcurrentHashMap<>();
    private final Map<AccountId, Naming> namings = new ConcurrentHashMap<>();
    private final Map<AccountId, String> versions = new ConcurrentHashMap<>();

    private Identities(Collection<Sighting> sightings, Collection<Decision> decisions) {
        this.sightings = sightings.stream()
                .sorted(Comparator.comparing(Sighting::account).thenComparing(Sighting::source))
                .toList();
        this.merges = new Merges(decisions);
        this.rulings = new Rulings(decisions, merges);
        this.shares = new CostShares(decisions.stream()
                .map(Decision::content)
                .filter(ShareCost.class::isInstance)
                .map(ShareCost.class::cast)
                .map(told -> new CostShares.Of(
                        Real.key(merges.of(told.from())), Real.key(merges.of(told.into())), told.share()))
                .toList());
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
                .flatMap(this::uses)
                .toList();
        known.clear(); // a row without an ISIN may now be explained
        byNumber.forEach(evidence::add);
    }

    private Stream<Use> uses(Sighting sighting) {
        return parts(sighting.account(), sighting.instrument()).stream().flatMap(part -> {
            Sighting said = part.of(sighting);
            return said == null
                    ? Stream.empty()
                    : Stream.of(new Use(
                            said, sighting.instrument().key(), part.meaning().key()));
        });
    }

    /**
     * For folds that know no days: a row means what its words mean on all days on which the account says them. Rows of
     * words that mean several in the course of time are named by their days before.
     */
    public Function<Instrument, InstrumentKey> identify(AccountId account) {
        return instrument -> meaning(account, instrument).key();
    }

    /** Names the rows of an account by their days. */
    public Naming naming(AccountId account) {
        return namings.computeIfAbsent(account, this::namingOf);
    }

    private Naming namingOf(AccountId account) {
        if (rulings.areTimeless()) {
            return Naming.AS_TOLD;
        }
        Map<Instrument, List<Part>> several = new HashMap<>();
        for (Sighting sighting : sightings) {
            if (sighting.account().equals(account)) {
                List<Part> parts = parts(account, sighting.instrument());
                if (parts.size() > 1) {
                    several.put(sighting.instrument(), parts);
                }
            }
        }
        return several.isEmpty() ? Naming.AS_TOLD : new DayNames(account, several);
    }

    /** Whom a row of an account means that is about that day. */
    public InstrumentKey key(AccountId account, Instrument instrument, LocalDate day) {
        Meaning always = on(account, instrument, day);
        return always.doubt() == null && Real.isin(always.key()).isPresent()
                ? always.key()
                : meaning(account, Sighting.bare(instrument), new Period(day, day))
                        .key();
    }

    /** As bookings of that day are understood. */
    Meaning on(AccountId account, Instrument instrument, LocalDate day) {
        return parts(account, instrument).stream()
                .filter(part -> part.contains(day))
                .findFirst()
                .map(Part::meaning)
                .orElseGet(() -> meaning(account, instrument));
    }

    /** What was decided of costs, by the ISINs by which the instruments are known now. */
    public CostShares costShares() {
        return shares;
    }

    /** The ISIN by which an instrument is known now; it may have been merged. */
    public Isin current(Isin isin) {
        return merges.of(isin);
    }

    /** What the files that tell an ISIN call its instrument, the latest words first; nothing where none does. */
    public Optional<Instrument> lastCalled(Isin isin) {
        return called.computeIfAbsent(
                isin,
                asked -> sightings.stream()
                        .filter(sighting -> asked.equals(sighting.instrument().isin()))
                        .sorted(Sighting.LATEST_FIRST)
                        .map(Sighting::instrument)
                        .reduce(Instrument::completedBy));
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

    /** On all days; in doubt, or itself, where that differs from day to day. */
    Meaning meaning(AccountId account, Instrument instrument) {
        List<Part> parts = parts(account, instrument);
        return parts.size() == 1
                ? parts.getFirst().meaning()
                : new Meaning(
                        instrument.key(),
                        parts.stream()
                                .flatMap(
                                        part -> Stream.ofNullable(part.meaning().doubt()))
                                .findFirst()
                                .orElse(null));
    }

    /** The days on which the account's files say it, by what it means; at least one part. */
    List<Part> parts(AccountId account, Instrument instrument) {
        Wording wording = wording(account, Sighting.bare(instrument));
        List<Part> found = known.get(wording);
        if (found == null) {
            Period told = days.getOrDefault(wording, Optional.empty()).orElse(null);
            found = parts(account, wording.instrument(), told);
            known.put(wording, found);
        }
        return found;
    }

    private List<Part> parts(AccountId account, Instrument row, @Nullable Period told) {
        if (told == null || Real.isin(row) != null) {
            return List.of(new Part(told, meaning(account, row, told)));
        }
        List<Part> parts = new ArrayList<>();
        Period open = null;
        for (Period stretch : rulings.stretches(account, row, told)) {
            Meaning ruled = rulings.meaning(account, row, stretch).orElse(null);
            if (ruled == null) {
                open = Sighting.hull(open, stretch);
            } else {
                addOpen(parts, account, row, open);
                open = null;
                add(parts, new Part(stretch, ruled));
            }
        }
        addOpen(parts, account, row, open);
        return List.copyOf(parts);
    }

    /** Days on end of which no decision is. */
    private void addOpen(List<Part> parts, AccountId account, Instrument row, @Nullable Period open) {
        if (open != null) {
            add(parts, new Part(open, evidence.meaning(account, row, open).orElseGet(() -> Meaning.of(row.key()))));
        }
    }

    private static void add(List<Part> parts, Part next) {
        Part longer = parts.isEmpty() ? null : parts.getLast().and(next);
        if (longer == null) {
            parts.add(next);
        } else {
            parts.set(parts.size() - 1, longer);
        }
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
