package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.kernel.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a format read in a file.
 *
 * @param verdicts one for each data row, in file order
 * @param drift of each table that has any
 * @param period the days that the file says it covers; absent when only its rows tell
 * @param statedAt when the broker says that it made the statement
 */
public record Reading(
        List<RowVerdict> verdicts,
        List<Drift> drift,
        @Nullable Period period,
        @Nullable Instant statedAt) {

    public Reading {
        drift = List.copyOf(drift);
        verdicts = List.copyOf(verdicts);
    }
}
