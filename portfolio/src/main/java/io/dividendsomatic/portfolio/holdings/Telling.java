package io.dividendsomatic.portfolio.holdings;

import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.projection.Absence;
import io.dividendsomatic.portfolio.statement.Edition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file's word on what an account held at the end of a day.
 *
 * @param version which of the day's contents it told
 * @param number of the event on the account's stream that tells it
 * @param lines of the file on which each position stands
 * @param absences when it did not count, because its file was taken back or read anew
 */
record Telling(
        LocalDate asOf,
        long number,
        int version,
        FileId file,
        Edition edition,
        Instant recordedAt,
        List<List<Integer>> lines,
        List<Absence> absences) {

    Telling {
        absences = List.copyOf(absences);
    }

    boolean countsAt(Instant knownAt) {
        return isToldBy(knownAt) && !Absence.anyCovers(absences, knownAt);
    }

    /** Whether it had been told by then, though it may not have counted any more. */
    boolean isToldBy(Instant knownAt) {
        return !recordedAt.isAfter(knownAt);
    }

    /** When it began to count, and when it ceased or began again. */
    Stream<Instant> turns() {
        return Stream.concat(Stream.of(recordedAt), absences.stream().flatMap(Absence::turns));
    }
}
