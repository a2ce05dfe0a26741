package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.Edition;
import java.time.LocalDate;
import java.util.List;

/** The first statement of an account's day. Never changed: another telling confirms or corrects it. Version 1. */
public record SnapshotTaken(
        AccountId account, LocalDate asOf, Origin origin, FileId file, Edition edition, List<Position> positions)
        implements SnapshotTold {

    public SnapshotTaken {
        positions = List.copyOf(positions);
    }

    @Override
    public int version() {
        return 1;
    }
}
