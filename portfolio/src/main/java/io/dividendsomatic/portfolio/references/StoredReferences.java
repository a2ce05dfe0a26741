package io.dividendsomatic.portfolio.references;

import io.dividendsomatic.portfolio.events.ReferencesRecorded;
import io.dividendsomatic.portfolio.events.ReferencesReplaced;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.RecordReferences;
import io.dividendsomatic.portfolio.statement.ReplaceReferences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Tells of references what the events say of them. */
public final class StoredReferences {
    private final EventStore store;

    public StoredReferences(EventStore store) {
        this.store = store;
    }

    /** What a file's references would answer if they were told now: how many are new. Nothing is stored. */
    public ReferencesRecorded told(RecordReferences command) {
        return new ReferencesRecorded(
                command.file(), isRecorded(command.file()) ? 0 : command.rows().size());
    }

    /** Whether a file has ever told references. */
    public boolean isRecorded(FileId file) {
        return store.lastSequenceNumberFor(RecordReferences.streamOf(file)).isPresent();
    }

    /** Which file stands under a name now. */
    public Optional<FileId> inForce(String name) {
        return versions(name).reversed().stream().findFirst().flatMap(Version::file);
    }

    /** Which file stood under a name from when on, none where there was nothing under it any more. */
    public record Version(Instant since, Optional<FileId> file) {}

    /** All that ever stood under a name, the newest last. */
    public List<Version> versions(String name) {
        try (Stream<? extends DomainEventMessage<?>> events =
                store.readEvents(ReplaceReferences.streamOf(name)).asStream()) {
            return events.<Version>map(event -> new Version(
                            event.getTimestamp(),
                            Optional.ofNullable(((ReferencesReplaced) event.getPayload()).file())))
                    .toList();
        }
    }
}
