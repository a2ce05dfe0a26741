package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.Edition;
import java.time.LocalDate;
import java.util.List;

/** A file's word on what an account held at the end of a day, whether it was the first, the same or another content. */
public sealed interface SnapshotTold extends AccountEvent permits SnapshotConfirmed, SnapshotCorrected, SnapshotTaken {
    LocalDate asOf();

    /** Which content of the day it tells; the first is 1. */
    int version();

    FileId file();

    Edition edition();

    List<Position> positions();
}
