package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.instruments.KnownAlias.Origin;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every instrument that any file names, once, with all that it is called. */
final class Catalogue {
    private static final int LINES_SHOWN = 3;

    private final Identities identities;
    private final Collection<Decision> decisions;
    private final Map<Identity, List<Sighting>> sightings = new TreeMap<>();

    Catalogue(Identities identities, Collection<Decision> decisions) {
        this.identities = identities;
        this.decisions = decisions;
        identities.sightings().forEach(this::add);
    }

    /** An ISIN is the same instrument everywhere; any other name is one only at its broker. */
    record Identity(InstrumentKey key, @Nullable Broker broker) implements Comparable<Identity> {
        private static final Comparator<Identity> ORDER =
                Comparator.comparing(Identity::key).thenComparing(identity -> String.valueOf(identity.broker));

        @Override
        public int compareTo(Identity other) {
            return ORDER.compare(this, other);
        }
    }

    private void add(Sighting sighting) {
        AccountId account = sighting.account();
        for (Part part : identities.parts(account, sighting.instrument())) {
            Sighting said = part.of(sighting);
            if (said != null) {
                sightings
                        .computeIfAbsent(identity(account, part.meaning().key()), first -> new ArrayList<>())
                        .add(said);
            }
        }
    }

    /** Of what an account calls so on that day. */
    Identity identity(AccountId account, Instrument instrument, LocalDate day) {
        return identity(account, identities.on(account, instrument, day).key());
    }

    private static Identity identity(AccountId account, InstrumentKey key) {
        return new Identity(key, Real.isin(key).isPresent() ? null : account.broker());
    }

    /** In the order of what a person reads. */
    List<InstrumentLine> lines() {
        return sightings.keySet().stream()
                .map(this::line)
                .sorted(Comparator.comparing(InstrumentLine::label)) // stable
                .toList();
    }

    Optional<InstrumentLine> line(Isin isin) {
        Identity identity = new Identity(Real.key(isin), null);
        return sightings.containsKey(identity) || !decided(isin).isEmpty()
                ? Optional.of(line(identity))
                : Optional.empty();
    }

    private List<Sighting> of(Identity identity) {
        return sightings.getOrDefault(identity, List.of());
    }

    private InstrumentLine line(Identity identity) {
        List<Sighting> seen = of(identity);
        Isin isin = Real.isin(identity.key).orElse(null);
        Optional<Instrument> words =
                seen.stream().sorted(lastFirst(isin)).map(Sighting::instrument).reduce(Instrument::completedBy);
        List<CurrencyCode> currencies = seen.stream()
                .flatMap(sighting -> Stream.ofNullable(sighting.currency()))
                .distinct()
                .toList();
        Period days = seen.stream()
                .map(sighting -> Optional.ofNullable(sighting.days()))
                .reduce(Optional.empty(), Catalogue::hull)
                .orElse(null);
        return new InstrumentLine(
                identity.key,
                isin,
                identity.broker,
                words.map(Instrument::symbol).orElse(null),
                words.map(Instrument::name).orElse(null),
                words.map(Instrument::assetClass).orElse(null),
                currencies.size() == 1 ? currencies.getFirst() : null,
                seen.stream()
                        .flatMap(sighting ->
                                Stream.ofNullable(sighting.instrument().name()))
                        .distinct()
                        .sorted()
                        .toList(),
                aliases(identity).size(),
                seen.stream().map(Sighting::account).distinct().sorted().toList(),
                days == null ? null : days.from(),
                days == null ? null : days.to());
    }

    private static Comparator<Sighting> lastFirst(@Nullable Isin isin) {
        return Comparator.comparing((Sighting sighting) ->
                        !Objects.equals(sighting.instrument().isin(), isin))
                .thenComparing(Sighting.LATEST_FIRST);
    }

    List<KnownAlias> aliases(Isin isin) {
        return aliases(new Identity(Real.key(isin), null));
    }

    private List<KnownAlias> aliases(Identity identity) {
        Map<KnownAlias, List<Sighting>> told = new LinkedHashMap<>();
        for (Sighting sighting : of(identity)) {
            names(identity, sighting)
                    .forEach(alias -> told.computeIfAbsent(alias, first -> new ArrayList<>())
                            .add(sighting));
        }
        List<KnownAlias> aliases =
                new ArrayList<>(Real.isin(identity.key).map(this::decided).orElse(List.of()));
        told.forEach((alias, seen) -> aliases.add(told(alias, seen)));
        return aliases.stream()
                .sorted(Comparator.comparing(KnownAlias::kind).thenComparing(KnownAlias::value))
                .toList();
    }

    private static Stream<KnownAlias> names(Identity identity, Sighting sighting) {
        Isin isin = Real.isin(sighting.instrument());
        Stream<KnownAlias> former = isin == null || Real.key(isin).equals(identity.key)
                ? Stream.empty()
                : Stream.of(bare("ISIN", isin.code(), null, null));
        return Stream.concat(
                former,
                Names.of(sighting.account().broker(), sighting.instrument()).stream()
                        .map(alias -> bare(alias.kind().name(), alias.value(), alias.broker(), alias.exchange())));
    }

    private static KnownAlias bare(String kind, String value, @Nullable Broker broker, @Nullable String exchange) {
        return new KnownAlias(kind, value, broker, exchange, null, null, Origin.TOLD, null, List.of(), List.of());
    }

    private static KnownAlias told(KnownAlias bare, List<Sighting> seen) {
        Period days = seen.stream()
                .map(sighting -> Optional.ofNullable(sighting.days()))
                .reduce(Optional.empty(), Catalogue::hull)
                .orElse(null);
        return new KnownAlias(
                bare.kind(),
                bare.value(),
                bare.broker(),
                bare.exchange(),
                days == null ? null : days.from(),
                days == null ? null : days.to(),
                Origin.TOLD,
                null,
                seen.stream().map(Sighting::account).distinct().sorted().toList(),
                seen.stream()
                        .map(Sighting::source)
                        .distinct()
                        .sorted()
                        .limit(LINES_SHOWN)
                        .toList());
    }

    private static Optional<Period> hull(Optional<Period> one, Optional<Period> other) {
        return Optional.ofNullable(Sighting.hull(one.orElse(null), other.orElse(null)));
    }

    /** The names that decisions give it, of an alias or of an ISIN that was merged. */
    private List<KnownAlias> decided(Isin isin) {
        List<KnownAlias> aliases = new ArrayList<>();
        for (Decision decision : decisions) {
            switch (decision.content()) {
                case IdentifyInstrument d -> {
                    if (identities.current(d.isin()).equals(isin)) {
                        InstrumentAlias a = d.alias();
                        KnownAlias name = bare(a.kind().name(), a.value(), a.broker(), a.exchange());
                        aliases.add(decided(decision, name, d.validity()));
                    }
                }
                case ShareCost d -> {} // names nothing
                case MergeInstruments d -> {
                    if (identities.current(d.from()).equals(isin)) {
                        aliases.add(decided(decision, bare("ISIN", d.from().code(), null, null), Validity.ALWAYS));
                    }
                }
            }
        }
        return aliases;
    }

    private static KnownAlias decided(Decision decision, KnownAlias name, Validity validity) {
        SourceRef source = decision.source();
        return new KnownAlias(
                name.kind(),
                name.value(),
                name.broker(),
                name.exchange(),
                validity.from(),
                validity.to(),
                Origin.DECIDED,
                decision.number(),
                List.of(),
                source == null ? List.of() : List.of(source));
    }
}
