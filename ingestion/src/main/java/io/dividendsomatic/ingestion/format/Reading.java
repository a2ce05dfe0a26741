package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.kernel.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a format read in a file.
 *
 * @param verdicts one for each data row, in file order
 * @param period the days that the file says it covers; absent when only its rows tell
 * @param statedAt when the broker says that it made the statement
 */
public record Reading(
        List<RowVerdict> verdicts,
        @Nullable Period period,
        @Nullable Instant statedAt) {

    public Reading {
        verdicts = List.copyOf(verdicts);
    }
}
