package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.Position;
import io.dividendsomatic.portfolio.events.SnapshotConfirmed;
import io.dividendsomatic.portfolio.events.SnapshotCorrected;
import io.dividendsomatic.portfolio.events.SnapshotTaken;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.Edition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Folds an account's events afresh, without any read model, up to what was known at an instant: the newest day at or
 * before {@code asOf}, in the version that the greatest edition tells (then the greatest file hash).
 */
public final class Replay {
    private final LocalDate asOf;
    private final Instant knownAt;
    private final List<List<Position>> versions = new ArrayList<>();
    private Optional<Telling> winner = Optional.empty();
    private Optional<LocalDate> day = Optional.empty();
    private int events;

    public Replay(LocalDate asOf, Instant knownAt) {
        this.asOf = asOf;
        this.knownAt = knownAt;
    }

    /** What the fold found: the day and version that hold, and the hash of its content. */
    public record Found(LocalDate day, int version, List<Position> positions, ContentHash stateHash) {}

    /** Takes the account's events one by one, in their order, each with the time at which it was recorded. */
    public void on(AccountEvent event, Instant recordedAt) {
        if (recordedAt.isAfter(knownAt)) {
            return;
        }
        events++;
        switch (event) {
            case SnapshotTaken taken -> {
                if (reaches(taken.asOf())) {
                    versions.add(taken.positions());
                    tell(1, taken.edition(), taken.file());
                }
            }
            case SnapshotCorrected corrected -> {
                if (isTheDay(corrected.asOf())) {
                    versions.add(corrected.positions());
                    tell(corrected.version(), corrected.edition(), corrected.file());
                }
            }
            case SnapshotConfirmed confirmed -> {
                if (isTheDay(confirmed.asOf())) {
                    tell(confirmed.version(), confirmed.edition(), confirmed.file());
                }
            }
            default -> {} // tells nothing of positions
        }
    }

    public Optional<Found> found() {
        return winner.map(telling -> {
            List<Position> positions = versions.get(telling.version() - 1);
            return new Found(day.orElseThrow(), telling.version(), positions, ContentHash.of(positions));
        });
    }

    /** How many events were folded. */
    public int events() {
        return events;
    }

    /** A later day that is still in reach begins anew. */
    private boolean reaches(LocalDate told) {
        if (told.isAfter(asOf) || day.filter(told::isBefore).isPresent()) {
            return false;
        }
        day = Optional.of(told);
        versions.clear();
        winner = Optional.empty();
        return true;
    }

    private boolean isTheDay(LocalDate told) {
        return day.filter(told::equals).isPresent();
    }

    private void tell(int version, Edition edition, FileId file) {
        Telling telling = new Telling(version, edition, file);
        winner = Optional.of(winner.filter(best -> best.compareTo(telling) > 0).orElse(telling));
    }

    private record Telling(int version, Edition edition, FileId file) implements Comparable<Telling> {
        @Override
        public int compareTo(Telling other) {
            int byEdition = edition.compareTo(other.edition);
            return byEdition != 0 ? byEdition : file.compareTo(other.file);
        }
    }
}
