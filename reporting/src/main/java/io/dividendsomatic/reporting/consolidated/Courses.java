package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.fx.FxState;
import io.dividendsomatic.portfolio.holdings.Accounts;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.Valuing;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.KeptAnswers;
import io.dividendsomatic.portfolio.projection.Standpoint;
import io.dividendsomatic.portfolio.projection.Standpoints;
import io.dividendsomatic.reporting.consolidated.StoredCourses.Stored;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Answers what moved in accounts and what they were worth, in the reporting currency. */
@Component
public class Courses {
    /** Conversions for accounts and currencies that a person looks at in turn; a line takes a quarter of a kilobyte or so. */
    private static final int MOST_LINES = 250_000;

    private static final int MOST_PAIRED = 200;

    private final StoredCourses stored;
    private final CourseSource source;
    private final Accounts accounts;
    private final FxRates rates;
    private final Generations generations;
    private final Clock clock;
    private final KeptAnswers<Of, Kept> kept = new KeptAnswers<>(Kept::lines, MOST_LINES);
    private final KeptAnswers<CurrencyCode, Paired> paired = new KeptAnswers<>(answer -> answer.of.size(), MOST_PAIRED);
    private final ReentrantLock converting = new ReentrantLock();

    Courses(
            StoredCourses stored,
            CourseSource source,
            Accounts accounts,
            FxRates rates,
            Generations generations,
            Clock clock) {
        this.stored = stored;
        this.source = source;
        this.accounts = accounts;
        this.rates = rates;
        this.generations = generations;
        this.clock = clock;
    }

    private record Of(AccountId account, CurrencyCode currency) {}

    /**
     * @param rates at most as far as they were: what came meanwhile makes it stale again
     * @param until the day on which it was made
     */
    private record Kept(AccountCourse course, FxState rates, LocalDate until, Track track) {
        boolean isOf(AccountCourse other, LocalDate day) {
            return course.equals(other) && until.equals(day); // at once where it is the same one
        }

        int lines() {
            return 1 + track.days().size() + track.flows().size();
        }
    }

    /** Tracks of accounts that were looked at together. */
    private record Paired(List<Track> of, List<Track> tracks) {
        boolean isOf(List<Track> others) {
            return of.equals(others); // tracks are equal to themselves only
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
     * Of all accounts asked for, in order, in the reporting currency. What went to another account or came from there is
     * worth the same on both sides, whether that one is asked for or not.
     */
    public List<Track> tracks(HoldingsOn question) {
        List<Track> own = single(question);
        if (question.accounts().isEmpty()) {
            return paired(question, own);
        }
        if (own.stream().noneMatch(PairedTransfers::isIn)) {
            return own;
        }
        HoldingsOn all = new HoldingsOn(question.asOf(), question.knownAt(), List.of(), question.currency());
        return paired(all, single(all)).stream()
                .filter(track -> question.accounts().contains(track.account()))
                .toList();
    }

    private List<Track> single(HoldingsOn question) {
        CurrencyCode currency = currency(question);
        KnownCourses known = known(question);
        if (isOfNow(question) && known.asNow()) {
            return known.courses().stream()
                    .map(course -> track(course, currency))
                    .toList();
        }
        Tracks tracks = new Tracks(currency, rates.byMonth(question.knownAt()), LocalDate.now(clock));
        return known.courses().stream().map(tracks::of).toList();
    }

    private List<Track> paired(HoldingsOn question, List<Track> all) {
        if (!isOfNow(question)) {
            return PairedTransfers.in(all);
        }
        CurrencyCode currency = currency(question);
        Paired before = paired.find(currency).orElse(null);
        if (before != null && before.isOf(all)) {
            return before.tracks;
        }
        Paired fresh = new Paired(all, PairedTransfers.in(all));
        paired.keep(currency, fresh);
        return fresh.tracks;
    }

    private static boolean isOfNow(HoldingsOn question) {
        return !question.knownAt().isBefore(Standpoints.WHATEVER_IS_KNOWN);
    }

    /** Made of the course that the account has now, and of rates that are what they were then. */
    private Track track(AccountCourse course, CurrencyCode currency) {
        Of of = new Of(course.account(), currency);
        FxState now = rates.state();
        LocalDate today = LocalDate.now(clock);
        Kept before = kept.find(of).orElse(null);
        if (before != null && before.isOf(course, today) && holds(before, now)) {
            if (!before.rates.equals(now)) {
                kept.keep(of, new Kept(course, now, today, before.track));
            }
            return before.track;
        }
        converting.lock();
        try {
            Kept meanwhile = kept.find(of).orElse(null);
            if (meanwhile != null && meanwhile.isOf(course, today) && holds(meanwhile, now)) {
                return meanwhile.track;
            }
            // By rates of now, which are at least as new as what it says of them.
            Track track = Standpoint.outside(
                    () -> new Tracks(currency, rates.byMonth(Standpoints.WHATEVER_IS_KNOWN), today).of(course));
            kept.keep(of, new Kept(course, now, today, track));
            return track;
        } finally {
            converting.unlock();
        }
    }

    private boolean holds(Kept before, FxState now) {
        return rates.changedSince(before.rates, now)
                .map(days -> !before.track.restsOn(days))
                .orElse(false);
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
}
