package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.FileRestored;
import io.dividendsomatic.ingestion.events.FileRetracted;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * The stream of each file in the event store. The key of stream and sequence number lets one of two writers win, so that
 * a file arrives once even when two nodes take it at the same moment.
 */
public final class FileStreams {
    private static final String STREAM_TYPE = "File";

    private final EventStore store;
    private final RecentRows recent = new RecentRows();

    public FileStreams(EventStore store) {
        this.store = store;
    }

    /** Adds events behind a sequence number (-1 for a new stream), with the surrounding transaction. */
    void append(FileId file, long lastSequence, List<? extends FileEvent> events) {
        List<DomainEventMessage<FileEvent>> messages = new ArrayList<>(events.size());
        for (FileEvent event : events) {
            messages.add(new GenericDomainEventMessage<>(
                    STREAM_TYPE, file.sha256(), lastSequence + 1 + messages.size(), event));
        }
        store.publish(messages);
        recent.keep(lastSequence + events.size(), events);
    }

    /** The place of the newest event on a file's stream, from 0, or nothing when it never arrived. */
    public OptionalLong lastSequence(FileId file) {
        return store.lastSequenceNumberFor(file.sha256()).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    FileEvent at(FileId file, long sequence) {
        return (FileEvent) store.readEvents(file.sha256(), sequence).next().getPayload();
    }

    /**
     * The verdicts of all rows of the newest reading of a file, in the file's order; nothing when it was refused before
     * any row was judged.
     */
    public Stream<RowVerdict> rows(FileId file) {
        OptionalLong last = lastSequence(file);
        if (last.isEmpty()) {
            return Stream.empty();
        }
        return switch (at(file, last.getAsLong())) {
            case FileParsed parsed -> rows(parsed, last.getAsLong());
            case FileRetracted later -> reading(file).map(this::rows).orElseGet(Stream::empty);
            case FileRestored later -> reading(file).map(this::rows).orElseGet(Stream::empty);
            case FileRejected rejected
            when rejected.attempt() != null ->
                stored(file, last.getAsLong(), rejected.attempt().chunks());
            case FileRejected unread -> Stream.empty();
            case FileArrived underWay -> Stream.empty();
            case RowsParsed rows -> throw new IllegalStateException("rows end with FileParsed or FileRejected");
        };
    }

    /** A reading that was taken, and its place on the file's stream. */
    record Reading(FileParsed parsed, long sequence) {}

    /** The newest reading of a file that was taken, also when it was taken back since; nothing when it was refused. */
    Optional<Reading> reading(FileId file) {
        OptionalLong last = lastSequence(file);
        return last.isPresent() ? reading(file, last.getAsLong()) : Optional.empty();
    }

    /** The one that counts at that place of the stream. */
    Optional<Reading> reading(FileId file, long sequence) {
        for (long place = sequence; place >= 0; place--) {
            switch (at(file, place)) {
                case FileParsed parsed -> {
                    return Optional.of(new Reading(parsed, place));
                }
                case FileRetracted later -> {} // the reading stands before it
                case FileRestored later -> {} // the reading stands before it
                case FileRejected refused -> {
                    return Optional.empty();
                }
                case FileArrived underWay -> {
                    return Optional.empty();
                }
                case RowsParsed rows -> throw new IllegalStateException("rows end with FileParsed or FileRejected");
            }
        }
        return Optional.empty();
    }

    /** The newest arrival of a file that is on its stream. */
    FileArrived arrival(FileId file) {
        return store.readEvents(file.sha256())
                .asStream()
                .map(message -> message.getPayload())
                .filter(FileArrived.class::isInstance)
                .map(FileArrived.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    Stream<RowVerdict> rows(Reading reading) {
        return rows(reading.parsed(), reading.sequence());
    }

    /** The verdicts that a FileParsed event speaks of, which stands at that place of the stream. */
    Stream<RowVerdict> rows(FileParsed parsed, long sequence) {
        return recent.take(parsed, sequence)
                .map(List::stream)
                .orElseGet(() -> stored(parsed.file(), sequence, parsed.chunks()));
    }

    /** Of the events before that place of the stream. */
    private Stream<RowVerdict> stored(FileId file, long sequence, int chunks) {
        return store.readEvents(file.sha256(), sequence - chunks)
                .asStream()
                .limit(chunks)
                .map(message -> (RowsParsed) message.getPayload())
                .flatMap(chunk -> chunk.rows().stream());
    }

    /** The newest word on a file, or nothing when it never arrived. */
    public Optional<FileEvent> newest(FileId file) {
        OptionalLong last = lastSequence(file);
        return last.isPresent() ? Optional.of(at(file, last.getAsLong())) : Optional.empty();
    }
}
