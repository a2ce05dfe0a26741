package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileArrived;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/**
 * When a file has arrived, then its rows are read, all or none: they are stored with the transaction that also remembers
 * that this arrival was handled, so that a crash at any moment leaves every row once.
 */
public final class WhenFileArrivedThenParse {
    private final Archive archive;
    private final StatementReader reader;
    private final FileStreams streams;

    public WhenFileArrivedThenParse(Archive archive, StatementReader reader, FileStreams streams) {
        this.archive = archive;
        this.reader = reader;
        this.streams = streams;
    }

    @EventHandler
    void on(FileArrived arrival, @SequenceNumber long sequence) {
        streams.append(arrival.file(), sequence, reader.read(arrival, archive.read(arrival.file())));
    }
}
