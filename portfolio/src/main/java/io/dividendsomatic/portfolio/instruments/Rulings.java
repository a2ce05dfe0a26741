package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was decided of aliases. On days of which two decisions say different things, neither counts. */
final class Rulings {
    private final Map<InstrumentAlias, List<IdentifyInstrument>> byAlias = new HashMap<>();
    private final Merges merges;

    Rulings(Collection<Decision> decisions, Merges merges) {
        this.merges = merges;
        for (Decision decision : decisions) {
            if (decision.content() instanceof IdentifyInstrument identify) {
                byAlias.computeIfAbsent(identify.alias(), first -> new ArrayList<>())
                        .add(identify);
            }
        }
    }

    /** Whether every decision holds on all days. */
    boolean areTimeless() {
        return byAlias.values().stream()
                .flatMap(List::stream)
                .allMatch(ruling -> ruling.validity().equals(Validity.ALWAYS));
    }

    /** Whether decisions tell of all these days whom this very alias means, on its exchange or on all. */
    boolean coverAll(InstrumentAlias alias, Period days) {
        return Validity.stretches(validities(List.of(alias)), days).stream()
                .allMatch(stretch ->
                        of(alias).anyMatch(ruling -> ruling.validity().covers(stretch)));
    }

    /** The days cut where a decision about one of the row's aliases begins or ends. */
    List<Period> stretches(AccountId account, Instrument row, Period days) {
        return byAlias.isEmpty()
                ? List.of(days)
                : Validity.stretches(validities(Names.of(account.broker(), row)), days);
    }

    private List<Validity> validities(List<InstrumentAlias> aliases) {
        return aliases.stream()
                .flatMap(this::of)
                .map(IdentifyInstrument::validity)
                .toList();
    }

    private Stream<IdentifyInstrument> of(InstrumentAlias alias) {
        return Stream.of(alias, alias.anywhere())
                .distinct()
                .flatMap(name -> byAlias.getOrDefault(name, List.of()).stream());
    }

    /** By the first of the row's aliases of which a decision tells the meaning on all of the days. */
    Optional<Meaning> meaning(AccountId account, Instrument row, @Nullable Period days) {
        for (InstrumentAlias alias : Names.of(account.broker(), row)) {
            Optional<Meaning> meaning = meaning(alias, row, days).or(() -> meaning(alias.anywhere(), row, days));
            if (meaning.isPresent()) {
                return meaning;
            }
        }
        return Optional.empty();
    }

    private Optional<Meaning> meaning(InstrumentAlias alias, Instrument row, @Nullable Period days) {
        Set<Isin> isins = new TreeSet<>();
        for (IdentifyInstrument ruling : byAlias.getOrDefault(alias, List.of())) {
            if (ruling.validity().covers(days)) {
                isins.add(merges.of(ruling.isin()));
            }
        }
        return switch (isins.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Meaning.of(Real.key(isins.iterator().next())));
            default ->
                Optional.of(new Meaning(row.key(), new Doubt(Doubt.Kind.CONFLICTING_DECISIONS, alias, List.of())));
        };
    }

    /** The aliases that two decisions give to different instruments on a common day, with all that they say. */
    Map<InstrumentAlias, Set<Isin>> contradictions() {
        Map<InstrumentAlias, Set<Isin>> found = new HashMap<>();
        byAlias.forEach((alias, rulings) -> {
            Set<Isin> isins = new TreeSet<>();
            for (IdentifyInstrument one : rulings) {
                rulings.stream()
                        .filter(other ->
                                one.contradicts(other) && !merges.of(one.isin()).equals(merges.of(other.isin())))
                        .forEach(other -> isins.add(merges.of(other.isin())));
            }
            if (!isins.isEmpty()) {
                found.put(alias, isins);
            }
        });
        return found;
    }
}
