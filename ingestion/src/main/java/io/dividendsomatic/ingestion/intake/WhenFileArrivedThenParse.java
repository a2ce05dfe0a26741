package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a file has arrived, then its rows are read, all or none: they are stored with the transaction that also remembers
 * that this arrival was handled, so that a crash at any moment leaves every row once.
 */
public final class WhenFileArrivedThenParse {
    private static final Logger LOG = LoggerFactory.getLogger(WhenFileArrivedThenParse.class);

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
        byte[] content = archive.read(arrival.file());
        streams.append(arrival.file(), sequence, read(arrival, content));
    }

    /** A fault of ours in reading one file must not keep the next from being read: the file is refused and kept. */
    private List<FileEvent> read(FileArrived arrival, byte[] content) {
        try {
            return reader.read(arrival, content);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("Reading {} ({}) failed", arrival.name(), arrival.file(), e);
            Problem problem = Problem.ofFile(
                    ProblemCode.READER_FAILED,
                    "the program failed on this file: " + e.getClass().getSimpleName());
            return List.of(new FileRejected(arrival.file(), null, null, problem));
        }
    }
}
