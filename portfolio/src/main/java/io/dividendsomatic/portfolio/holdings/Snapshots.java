package io.dividendsomatic.portfolio.holdings;

import static io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel.NAME;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.projection.Generations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Answers what was told of an account's days: all versions, or one with its positions. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Snapshots {
    private final SnapshotVersions versions;
    private final StoredTellings tellings;
    private final StoredPositions positions;
    private final Generations generations;

    Snapshots(SnapshotVersions versions, StoredTellings tellings, StoredPositions positions, Generations generations) {
        this.versions = versions;
        this.tellings = tellings;
        this.positions = positions;
        this.generations = generations;
    }

    /**
     * A version of a day without its positions.
     *
     * @param supersededAt when it last ceased to be current; absent when it is current
     * @param fileId of the files that told it the one that makes it right; absent when it is derived
     * @param positions how many
     */
    public record Line(
            LocalDate asOf,
            int version,
            Origin origin,
            Instant recordedAt,
            @Nullable Instant supersededAt,
            @Nullable FileId fileId,
            int positions) {}

    /** Every version of every day up to {@code asOf}, by day and version. */
    public Page<Line> list(AccountId account, LocalDate asOf, Instant knownAt, Pageable page) {
        int generation = generations.active(NAME);
        Page<SnapshotVersion> found = versions
                .findByIdGenerationAndIdAccountAndIdAsOfLessThanEqualAndRecordedAtLessThanEqualOrderByIdAsOfAscIdVersionAsc(
                        generation, account.toString(), asOf, knownAt, page);
        if (found.isEmpty()) {
            return found.map(none -> {
                throw new IllegalStateException("an empty page has no versions");
            });
        }
        List<SnapshotVersion> rows = found.getContent();
        Map<LocalDate, TellingsOfDay> days = tellings.ofDays(
                generation, account, rows.getFirst().asOf(), rows.getLast().asOf());
        return found.map(row -> line(row, days.getOrDefault(row.asOf(), new TellingsOfDay(List.of())), knownAt));
    }

    private static Line line(SnapshotVersion row, TellingsOfDay day, Instant knownAt) {
        return new Line(
                row.asOf(),
                row.version(),
                row.origin(),
                row.recordedAt(),
                day.supersededAt(row.version(), knownAt).orElse(null),
                day.lastWord(row.version(), knownAt).orElseThrow().file(),
                row.positions());
    }

    /** The current version of that day. */
    public Optional<AccountSnapshot> current(AccountId account, LocalDate asOf, Instant knownAt) {
        int generation = generations.active(NAME);
        TellingsOfDay day = tellings.ofDay(generation, account, asOf);
        return day.winner(knownAt).flatMap(winner -> read(generation, account, winner.version(), asOf, knownAt, day));
    }

    /** A given version of that day, also when nothing tells it any more. */
    public Optional<AccountSnapshot> version(AccountId account, LocalDate asOf, int version, Instant knownAt) {
        int generation = generations.active(NAME);
        return read(generation, account, version, asOf, knownAt, tellings.ofDay(generation, account, asOf));
    }

    /** The current version of the newest day at or before {@code asOf}. */
    public Optional<AccountSnapshot> newest(AccountId account, LocalDate asOf, Instant knownAt) {
        return tellings.newestDay(generations.active(NAME), account, asOf, knownAt)
                .flatMap(day -> current(account, day, knownAt));
    }

    private Optional<AccountSnapshot> read(
            int generation, AccountId account, int version, LocalDate asOf, Instant knownAt, TellingsOfDay day) {
        Telling right = day.lastWord(version, knownAt).orElse(null);
        if (right == null) {
            return Optional.empty();
        }
        List<Telling> told = day.ever(version, knownAt);
        return versions.findById(new SnapshotVersion.Id(generation, account.toString(), asOf, version))
                .map(row -> new AccountSnapshot(
                        account,
                        asOf,
                        version,
                        row.origin(),
                        row.recordedAt(),
                        day.supersededAt(version, knownAt).orElse(null),
                        right.file(),
                        positions.of(generation, account, right, told)));
    }
}
