package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.fx.FxLookup;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.holdings.Accounts;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.Valuing;
import io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.Positions;
import io.dividendsomatic.reporting.consolidated.StoredCourses.Stored;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what moved in accounts and what they were worth, in the reporting currency. */
@Component
public class Courses {
    /** Conversions for accounts and currencies that a person looks at in turn; a line takes a quarter of a kilobyte or so. */
    private static final int MOST_LINES = 250_000;

    private final StoredCourses stored;
    private final CourseSource source;
    private final Accounts accounts;
    private final FxRates rates;
    private final Generations generations;
    private final Positions positions;
    private final Clock clock;
    private final SequencedMap<Asked, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int keptLines;
    private final ReentrantLock converting = new ReentrantLock();

    Courses(
            StoredCourses stored,
            CourseSource source,
            Accounts accounts,
            FxRates rates,
            Generations generations,
            Positions positions,
            Clock clock) {
        this.clock = clock;
        this.stored = stored;
        this.source = source;
        this.accounts = accounts;
        this.rates = rates;
        this.generations = generations;
        this.positions = positions;
    }

    private record Asked(List<AccountId> accounts, CurrencyCode currency) {}

    /**
     * Tracks that were made.
     *
     * @param of what they were made from
     * @param rates how far the read model was that has the rates
     * @param knownAt when they were known: whoever asks as of a later time gets the same
     */
    private record Kept(List<AccountCourse> of, String rates, Instant knownAt, List<Track> tracks) {

        int lines() {
            return tracks.stream()
                    .mapToInt(track -> 1 + track.days().size() + track.flows().size())
                    .sum();
        }

        boolean answers(List<AccountCourse> courses, String ratesNow, Instant known) {
            return !knownAt.isAfter(known) && rates.equals(ratesNow) && of.equals(courses);
        }
    }

    /** The currency in which such a question is answered. */
    public CurrencyCode currency(HoldingsOn question) {
        return rates.reporting(question.currency());
    }

    /** Of all accounts asked for, in order: from the tables; as known before what is there, gathered afresh. */
    public List<AccountCourse> of(HoldingsOn question) {
        return known(question).courses();
    }

    /** @param asNow whether nothing newer is in the tables */
    private record KnownCourses(List<AccountCourse> courses, boolean asNow) {}

    private KnownCourses known(HoldingsOn question) {
        List<AccountId> asked =
                question.accounts().isEmpty() ? accounts.known(question.knownAt()) : question.accounts();
        Map<AccountId, Stored> current = stored.newest(generations.active(ReportingReadModel.NAME), asked);
        Predicate<Stored> isPast = course -> course.recordedAt().isAfter(question.knownAt());
        return new KnownCourses(
                current.entrySet().stream()
                        .map(account -> isPast.test(account.getValue())
                                ? source.course(account.getKey(), question.knownAt())
                                : account.getValue().course())
                        .toList(),
                current.values().stream().noneMatch(isPast));
    }

    /**
     * Of all accounts asked for, in order, in the reporting currency. While somebody converts what just came, others are
     * given what was converted before.
     */
    public List<Track> tracks(HoldingsOn question) {
        CurrencyCode currency = currency(question);
        Instant now = clock.instant();
        KnownCourses known = known(question);
        List<AccountCourse> courses = known.courses();
        String ratesNow = generations.active(HoldingsReadModel.NAME) + "@" + positions.position(HoldingsReadModel.NAME);
        Asked asked = new Asked(question.accounts(), currency);
        Kept before = kept(asked);
        if (before != null && before.answers(courses, ratesNow, question.knownAt())) {
            return before.tracks;
        }
        if (before == null || !known.asNow() || before.knownAt.isAfter(question.knownAt())) {
            converting.lock();
        } else if (!converting.tryLock()) {
            return before.tracks; // somebody converts what just came
        }
        try {
            Kept meanwhile = kept(asked);
            if (meanwhile != null && meanwhile.answers(courses, ratesNow, question.knownAt())) {
                return meanwhile.tracks;
            }
            Tracks tracks = new Tracks(currency, book(question.knownAt(), courses, currency));
            List<Track> made =
                    PairedTransfers.in(courses.stream().map(tracks::of).toList());
            Instant since = now.isBefore(question.knownAt()) ? now : question.knownAt();
            keep(asked, new Kept(courses, ratesNow, since, made));
            return made;
        } finally {
            converting.unlock();
        }
    }

    private @Nullable Kept kept(Asked asked) {
        synchronized (kept) {
            return kept.get(asked);
        }
    }

    /** The least lately asked for go first; the newest stays, however long it is. */
    private void keep(Asked asked, Kept made) {
        synchronized (kept) {
            Kept before = kept.remove(asked);
            keptLines += made.lines() - (before == null ? 0 : before.lines());
            kept.put(asked, made);
            while (keptLines > MOST_LINES && kept.size() > 1) {
                keptLines -=
                        Objects.requireNonNull(kept.pollFirstEntry()).getValue().lines();
            }
        }
    }

    /** An account's spans of the positions that are named by one of these, as they were known. */
    List<PositionSpan> spans(HoldingsOn question, AccountId account, Set<Isin> isins) {
        int generation = generations.active(ReportingReadModel.NAME);
        Stored current = stored.newest(generation, List.of(account)).get(account);
        if (current != null && !current.recordedAt().isAfter(question.knownAt())) {
            return stored.spans(generation, account, isins);
        }
        return source.gather(account, question.knownAt()).spans().stream()
                .filter(span -> isins.contains(span.held().instrument().isin()))
                .toList();
    }

    /** The positions of accounts on derived days, as they were known: to be asked outside of a transaction. */
    Valuing valuing(HoldingsOn question, Map<AccountId, LocalDate> derived) {
        int generation = generations.active(ReportingReadModel.NAME);
        Map<AccountId, Stored> current = stored.newest(generation, List.copyOf(derived.keySet()));
        Map<AccountId, Map<PositionKey, PositionSpan>> spans = new HashMap<>();
        derived.forEach((account, day) -> {
            boolean past =
                    Objects.requireNonNull(current.get(account)).recordedAt().isAfter(question.knownAt());
            List<PositionSpan> of = past
                    ? source.gather(account, question.knownAt()).spans()
                    : stored.positions(generation, account, day);
            Map<PositionKey, PositionSpan> ofDay = new HashMap<>();
            of.stream().filter(span -> span.covers(day)).forEach(span -> ofDay.put(span.key(), span));
            spans.put(account, ofDay);
        });
        Map<AccountId, Function<Instrument, InstrumentKey>> names = new HashMap<>();
        derived.keySet().forEach(account -> names.put(account, source.identify(account, question.knownAt())));
        return (snapshot, position) -> {
            Map<PositionKey, PositionSpan> ofDay = spans.get(snapshot.account());
            if (snapshot.origin() != Origin.DERIVED || ofDay == null) {
                return Optional.empty();
            }
            InstrumentKey key =
                    Objects.requireNonNull(names.get(snapshot.account())).apply(position.instrument());
            PositionSpan span = ofDay.get(new PositionKey(key, position.currency()));
            return PositionValue.of(Held.of(position), span == null ? null : span.unit())
                    .map(value -> value.worth(snapshot.asOf()));
        };
    }

    /** By account and day, up to {@code asOf}. */
    public List<Converted> flows(HoldingsOn question) {
        return tracks(question).stream()
                .flatMap(track -> track.flows().stream())
                .filter(flow -> !flow.date().isAfter(question.asOf()))
                .toList();
    }

    private FxLookup book(Instant knownAt, List<AccountCourse> courses, CurrencyCode currency) {
        Set<LocalDate> days = new TreeSet<>();
        Set<CurrencyCode> currencies = new TreeSet<>(Set.of(currency));
        for (AccountCourse course : courses) {
            course.flows().forEach(flow -> {
                days.add(flow.date());
                Stream.ofNullable(flow.currency()).forEach(currencies::add);
            });
            course.values().forEach(value -> {
                days.add(value.date());
                currencies.add(value.currency());
            });
            course.cash().forEach(cash -> {
                days.add(cash.date());
                currencies.add(cash.currency());
            });
        }
        return rates.book(knownAt, currencies.size() == 1 ? Set.of() : days, currencies);
    }
}
