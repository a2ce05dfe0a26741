package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.Edition;
import java.time.LocalDate;
import java.util.List;

/**
 * Another file told the same content for a day.
 *
 * @param version which content of the day it told
 * @param positions of that version in its order, as this file tells them: equal in content, but with its own lines,
 *     names and whatever else is no part of the content
 */
public record SnapshotConfirmed(
        AccountId account, LocalDate asOf, int version, FileId file, Edition edition, List<Position> positions)
        implements SnapshotTold {

    public SnapshotConfirmed {
        positions = List.copyOf(positions);
    }
}
