package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.ingestion.intake.DryRun;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportEntry.Facts;
import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.SnapshotConfirmed;
import io.dividendsomatic.portfolio.events.SnapshotCorrected;
import io.dividendsomatic.portfolio.events.SnapshotTaken;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run answers.
 *
 * @param entry that would be
 * @param effect what each account would make of the file
 * @param verdicts what each row became; none when the file would be refused whole
 */
record Rehearsal(@JsonUnwrapped ImportEntry entry, List<Effect> effect, Rows verdicts) {
    /** Rows in one answer: enough to judge a mapping by, and an answer that a person can still scroll. */
    static final int MAX_ROWS = 1_000;

    /** Of each file in an archive. */
    record Bundle(List<Rehearsal> items) {}

    /** The first rows of a file, and how many it has. */
    record Rows(List<ImportRow> items, int total) {}

    /** On one account. */
    record Effect(AccountId account, Facts facts, List<Day> days) {}

    /** On one day of it. */
    record Day(LocalDate asOf, Change change, int version) {}

    enum Change {
        TAKEN,
        CONFIRMED,
        CORRECTED
    }

    static Rehearsal of(DryRun.Outcome outcome, byte[] content, int maxRows) {
        List<Effect> effects = outcome.accounts().stream()
                .filter(StatementRecorded.class::isInstance)
                .map(StatementRecorded.class::cast)
                .map(recorded -> new Effect(
                        recorded.account(),
                        new Facts(recorded.newFacts(), recorded.knownFacts()),
                        outcome.accounts().stream()
                                .filter(event -> event.account().equals(recorded.account()))
                                .flatMap(Rehearsal::day)
                                .toList()))
                .toList();
        ImportEntry entry = ImportEntry.of(outcome);
        return new Rehearsal(entry, effects, rows(outcome, content, entry.encoding(), maxRows));
    }

    private static Rows rows(DryRun.Outcome outcome, byte[] content, @Nullable String encoding, int maxRows) {
        List<RowVerdict> verdicts = outcome.file().stream()
                .filter(RowsParsed.class::isInstance)
                .flatMap(chunk -> ((RowsParsed) chunk).rows().stream())
                .toList();
        List<RowVerdict> first = verdicts.subList(0, Math.min(maxRows, verdicts.size()));
        return new Rows(ImportRow.of(first, content, encoding), verdicts.size());
    }

    private static Stream<Day> day(AccountEvent event) {
        return switch (event) {
            case SnapshotTaken taken -> Stream.of(new Day(taken.asOf(), Change.TAKEN, 1));
            case SnapshotConfirmed same -> Stream.of(new Day(same.asOf(), Change.CONFIRMED, same.version()));
            case SnapshotCorrected other -> Stream.of(new Day(other.asOf(), Change.CORRECTED, other.version()));
            default -> Stream.empty();
        };
    }
}
