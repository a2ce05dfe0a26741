package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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

/** What a dry run answers: the entry that would be, and what each account would make of the file. */
record Rehearsal(@JsonUnwrapped ImportEntry entry, List<Effect> effect) {

    /** On one account. */
    record Effect(AccountId account, Facts facts, List<Day> days) {}

    /** On one day of it. */
    record Day(LocalDate asOf, Change change, int version) {}

    enum Change {
        TAKEN,
        CONFIRMED,
        CORRECTED
    }

    static Rehearsal of(DryRun.Outcome outcome) {
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
        return new Rehearsal(ImportEntry.of(outcome), effects);
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
