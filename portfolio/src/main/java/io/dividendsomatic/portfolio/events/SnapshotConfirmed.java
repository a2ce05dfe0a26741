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
 * @param lines for each position of that version, in its order, the lines of this file that state it
 */
public record SnapshotConfirmed(
        AccountId account, LocalDate asOf, int version, FileId file, Edition edition, List<List<Integer>> lines)
        implements AccountEvent {

    public SnapshotConfirmed {
        lines = lines.stream().map(List::copyOf).toList();
    }
}
