package io.dividendsomatic.portfolio.holdings;

import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.Edition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A file's word on what an account held at the end of a day.
 *
 * @param version which of the day's contents it told
 * @param number of the event on the account's stream that tells it
 * @param lines of the file on which each position stands
 */
record Telling(
        LocalDate asOf,
        long number,
        int version,
        FileId file,
        Edition edition,
        Instant recordedAt,
        List<List<Integer>> lines) {}
