package io.dividendsomatic.portfolio.holdings;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.holdings.Snapshots.Line;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.projection.OneMoment;
import io.dividendsomatic.portfolio.projection.Standpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What accounts held on any day: as the broker reported it, and between its reports as derived from bookings. */
@Component
public class HeldDays {
    private final Snapshots snapshots;
    private final DerivedSnapshots derived;
    private final Accounts accounts;
    private final TransactionTemplate reading;

    HeldDays(
            Snapshots snapshots, DerivedSnapshots derived, Accounts accounts, PlatformTransactionManager transactions) {
        this.snapshots = snapshots;
        this.derived = derived;
        this.accounts = accounts;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Brings what is derived of the accounts (all when none is named) up to date, then reads all of one moment. A question
     * within the question is about the same accounts and is asked of the same moment.
     */
    public <T> T settled(List<AccountId> asked, Supplier<T> question) {
        if (OneMoment.isSeen()) {
            return question.get();
        }
        derived.settle(asked);
        return Objects.requireNonNull(reading.execute(moment -> question.get()));
    }

    /** Of the newest day at or before {@code asOf}; on its own day what was reported is what holds. Inside {@link #settled}. */
    Optional<AccountSnapshot> newestNow(AccountId account, LocalDate asOf, Instant knownAt) {
        Optional<AccountSnapshot> reported = snapshots.newest(account, asOf, knownAt);
        return derived.newest(account, reported.orElse(null), asOf, knownAt).or(() -> reported);
    }

    public Optional<AccountSnapshot> newest(AccountId account, LocalDate asOf, Instant knownAt) {
        return settled(List.of(account), () -> newestNow(account, asOf, knownAt));
    }

    /** The current version of that day, or a given one. */
    public Optional<AccountSnapshot> of(AccountId account, LocalDate day, @Nullable Integer version, Instant knownAt) {
        return settled(List.of(account), () -> {
            Optional<AccountSnapshot> reported = version == null
                    ? snapshots.current(account, day, knownAt)
                    : snapshots.version(account, day, version, knownAt);
            return reported.or(() -> newestNow(account, day, knownAt)
                    .filter(snapshot -> snapshot.origin() == Origin.DERIVED
                            && snapshot.asOf().equals(day)
                            && (version == null || snapshot.version() == version)));
        });
    }

    /** Every version of every day up to {@code asOf}, by day and version. */
    public Page<Line> list(AccountId account, LocalDate asOf, Instant knownAt, Pageable page) {
        return settled(List.of(account), () -> {
            List<DerivedSnapshots.Day> between = derived.days(account, asOf, knownAt);
            if (between.isEmpty()) {
                return snapshots.list(account, asOf, knownAt, page);
            }
            List<Line> all = new ArrayList<>(
                    snapshots.list(account, asOf, knownAt, Pageable.unpaged()).getContent());
            between.forEach(day ->
                    all.add(new Line(day.asOf(), 1, Origin.DERIVED, day.recordedAt(), null, null, day.positions())));
            all.sort(Comparator.comparing(Line::asOf).thenComparingInt(Line::version));
            return new PageImpl<>(
                    all.stream()
                            .skip(page.getOffset())
                            .limit(page.getPageSize())
                            .toList(),
                    page,
                    all.size());
        });
    }

    /** The accounts, with the first and last day of which anything is booked or reported, in the order of their names. */
    public List<Accounts.Summary> summaries(LocalDate asOf, Instant knownAt) {
        return Standpoint.kept(List.of(HeldDays.class, asOf, knownAt), List::size, () -> summed(asOf, knownAt));
    }

    private List<Accounts.Summary> summed(LocalDate asOf, Instant knownAt) {
        return settled(
                List.of(),
                () -> accounts.summaries(asOf, knownAt).stream()
                        .map(account -> derived.booked(account.account(), asOf, knownAt)
                                .map(account::covering)
                                .orElse(account))
                        .toList());
    }
}
