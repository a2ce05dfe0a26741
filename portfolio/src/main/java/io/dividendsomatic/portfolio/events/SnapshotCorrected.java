package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.Edition;
import java.time.LocalDate;
import java.util.List;

/**
 * A file told other content for a day that was told before. Both versions stay readable; which one is current is decided
 * by their editions, not by arrival.
 *
 * @param version 2 for the second content of the day, and so on
 */
public record SnapshotCorrected(
        AccountId account,
        LocalDate asOf,
        int version,
        Origin origin,
        FileId file,
        Edition edition,
        List<Position> positions)
        implements SnapshotTold {

    public SnapshotCorrected {
        positions = List.copyOf(positions);
    }
}
