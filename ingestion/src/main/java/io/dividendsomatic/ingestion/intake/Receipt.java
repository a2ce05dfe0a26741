package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;

/** What the intake answers to a delivery. */
public sealed interface Receipt {
    FileId file();

    /** The file is new, or was refused before and is tried again: its arrival is stored, reading follows. */
    record Taken(FileId file) implements Receipt {}

    /** The same bytes are being read just now; what they are known for can be asked when the journal has them. */
    record UnderWay(FileId file) implements Receipt {}

    /** The same bytes are here already. */
    record Known(FileId file) implements Receipt {}

    /** The same bytes were here, and were taken back. */
    record Retracted(FileId file) implements Receipt {}

    /** The same bytes were taken for another account, and the file itself names none. */
    record Conflict(FileId file, AccountId first) implements Receipt {}
}
