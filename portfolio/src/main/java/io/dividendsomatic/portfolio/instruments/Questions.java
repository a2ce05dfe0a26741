package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.instruments.IdentityQuestion.Candidate;
import io.dividendsomatic.portfolio.instruments.IdentityQuestion.Kind;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what cannot be told, each name once. */
final class Questions {
    private static final int LINES_SHOWN = 3;

    private final Identities identities;
    private final Evidence evidence;
    private final Rulings rulings;
    private final Merges merges;
    private final Map<InstrumentAlias, Set<Use>> several = new TreeMap<>();
    private final Map<InstrumentAlias, Set<AccountId>> waiting = new TreeMap<>();

    Questions(Identities identities, Evidence evidence, Rulings rulings, Merges merges) {
        this.identities = identities;
        this.evidence = evidence;
        this.rulings = rulings;
        this.merges = merges;
    }

    List<IdentityQuestion> all() {
        rowsInDoubt();
        evidence.all().forEach(this::aliasOfSeveral);
        List<IdentityQuestion> questions = new ArrayList<>();
        new TreeMap<>(rulings.contradictions())
                .forEach((alias, isins) -> questions.add(
                        new IdentityQuestion(Kind.CONFLICTING_DECISIONS, alias, null, named(isins), accounts(alias))));
        merges.contradictions()
                .forEach((isin, isins) -> questions.add(
                        new IdentityQuestion(Kind.CONFLICTING_DECISIONS, null, isin, named(isins), List.of())));
        several.forEach((alias, uses) -> questions.add(
                new IdentityQuestion(Kind.SEVERAL_INSTRUMENTS, alias, null, candidates(uses), accounts(alias))));
        return questions;
    }

    /** Only on the days that no decision covers. */
    private void rowsInDoubt() {
        for (Sighting sighting : identities.sightings()) {
            for (Part part : identities.parts(sighting.account(), sighting.instrument())) {
                Doubt doubt = part.meaning().doubt();
                if (doubt != null && part.of(sighting) != null) {
                    waiting.computeIfAbsent(doubt.alias(), first -> new TreeSet<>())
                            .add(sighting.account());
                    if (doubt.kind() == Doubt.Kind.SEVERAL_INSTRUMENTS) {
                        add(doubt.alias(), doubt.uses());
                    }
                }
            }
        }
    }

    /** Of one exchange, where files tell it; a name is no question, since issuers give one to several securities. */
    private void aliasOfSeveral(InstrumentAlias anywhere, List<Use> uses) {
        if (anywhere.kind() == InstrumentAlias.Kind.NAME) {
            return;
        }
        Map<InstrumentAlias, List<Use>> byExchange = uses.stream()
                .filter(use -> Real.isin(use.told()).isPresent())
                .collect(Collectors.groupingBy(use -> named(anywhere, use)));
        byExchange.forEach((alias, same) -> {
            List<Optional<Period>> hulls = List.copyOf(Evidence.hulls(same).values());
            if (anyTouch(alias, hulls)) {
                add(alias, same);
            }
        });
    }

    private static InstrumentAlias named(InstrumentAlias anywhere, Use use) {
        return Names.of(use.account().broker(), use.sighting().instrument()).stream()
                .filter(alias -> alias.anywhere().equals(anywhere))
                .findFirst()
                .orElse(anywhere);
    }

    /** Only days that are told: of a list without days nobody knows whether it speaks of the same time. */
    private boolean anyTouch(InstrumentAlias alias, List<Optional<Period>> hulls) {
        List<Period> told = hulls.stream().flatMap(Optional::stream).toList();
        for (int i = 0; i < told.size(); i++) {
            for (int j = i + 1; j < told.size(); j++) {
                Period common = Evidence.common(told.get(i), told.get(j));
                if (common != null && !isHandover(told.get(i), told.get(j)) && !rulings.coverAll(alias, common)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** On the day of a new ISIN, a corporate action tells the old one and the new. */
    private static boolean isHandover(Period one, Period other) {
        boolean ends = one.to().equals(other.from()) || other.to().equals(one.from());
        return ends && !one.from().equals(other.from());
    }

    private void add(InstrumentAlias alias, Collection<Use> uses) {
        several.computeIfAbsent(alias, first -> new LinkedHashSet<>()).addAll(uses);
    }

    private List<AccountId> accounts(InstrumentAlias alias) {
        return List.copyOf(waiting.getOrDefault(alias, Set.of()));
    }

    private static List<Candidate> named(Set<Isin> isins) {
        return isins.stream()
                .map(isin -> new Candidate(Real.key(isin), isin, null, null, null, null, List.of()))
                .toList();
    }

    private static List<Candidate> candidates(Collection<Use> uses) {
        Map<InstrumentKey, List<Use>> byKey =
                uses.stream().collect(Collectors.groupingBy(Use::key, TreeMap::new, Collectors.toList()));
        Map<InstrumentKey, Optional<Period>> hulls = Evidence.hulls(List.copyOf(uses));
        List<Candidate> candidates = new ArrayList<>();
        byKey.forEach((key, same) -> candidates.add(
                candidate(key, same, hulls.getOrDefault(key, Optional.empty()).orElse(null))));
        return candidates;
    }

    private static Candidate candidate(InstrumentKey key, List<Use> uses, @Nullable Period days) {
        Instrument instrument = uses.stream()
                .map(use -> use.sighting().instrument())
                .reduce(Instrument::completedBy)
                .orElseThrow();
        List<SourceRef> sources = uses.stream()
                .map(use -> use.sighting().source())
                .distinct()
                .sorted()
                .limit(LINES_SHOWN)
                .toList();
        return new Candidate(
                key,
                Real.isin(key).orElse(null),
                instrument.symbol(),
                instrument.name(),
                days == null ? null : days.from(),
                days == null ? null : days.to(),
                sources);
    }
}
