package io.dividendsomatic.ingestion.journal;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.FileRestored;
import io.dividendsomatic.ingestion.events.FileRetracted;
import io.dividendsomatic.portfolio.events.ReferencesRecorded;
import io.dividendsomatic.portfolio.events.ReferencesRestored;
import io.dividendsomatic.portfolio.events.ReferencesRetracted;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.events.StatementRestored;
import io.dividendsomatic.portfolio.events.StatementRetracted;
import io.dividendsomatic.portfolio.kernel.FileId;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Writes one generation of the journal. The events of a transaction are kept until it is about to commit: then the rows
 * of their files are read by key and written with two batches.
 */
final class ImportHandlers {
    private final int generation;
    private final EntityManager entities;

    /** Under which a transaction keeps the changes of this generation. */
    private final String resource;

    ImportHandlers(int generation, EntityManager entities) {
        this.generation = generation;
        this.entities = entities;
        this.resource = ImportJournal.NAME + "-" + generation;
    }

    @EventHandler
    void on(FileArrived arrived, @SequenceNumber long sequence) {
        change(arrived.file(), row -> row.on(arrived, sequence));
    }

    @EventHandler
    void on(FileParsed parsed, @SequenceNumber long sequence) {
        change(parsed.file(), row -> row.on(parsed, sequence));
    }

    @EventHandler
    void on(FileRejected rejected, @SequenceNumber long sequence) {
        change(rejected.file(), row -> row.on(rejected, sequence));
    }

    @EventHandler
    void on(FileRetracted retracted, @SequenceNumber long sequence) {
        change(retracted.file(), row -> row.on(retracted, sequence));
    }

    @EventHandler
    void on(FileRestored restored, @SequenceNumber long sequence) {
        change(restored.file(), row -> row.on(restored, sequence));
    }

    @EventHandler
    void on(StatementRetracted retracted) {
        change(retracted.file(), row -> row.on(retracted));
    }

    @EventHandler
    void on(StatementRestored restored) {
        change(restored.file(), row -> row.answered());
    }

    @EventHandler
    void on(ReferencesRetracted retracted) {
        change(retracted.file(), row -> row.on(retracted));
    }

    @EventHandler
    void on(ReferencesRestored restored) {
        change(restored.file(), row -> row.on(restored));
    }

    @EventHandler
    void on(StatementRecorded recorded) {
        change(recorded.file(), row -> row.on(recorded));
    }

    @EventHandler
    void on(ReferencesRecorded recorded) {
        change(recorded.file(), row -> row.on(recorded));
    }

    private void change(FileId file, Consumer<Import> change) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        Map<String, List<Consumer<Import>>> changes = work.getOrComputeResource(resource, key -> {
            Map<String, List<Consumer<Import>>> buffer = new LinkedHashMap<>();
            work.onPrepareCommit(committing -> write(buffer));
            return buffer;
        });
        changes.computeIfAbsent(file.sha256(), unseen -> new ArrayList<>()).add(change);
    }

    private void write(Map<String, List<Consumer<Import>>> changes) {
        changes.forEach((file, steps) -> {
            ImportKey key = new ImportKey(generation, file);
            Import known = entities.find(Import.class, key);
            Import row = known != null ? known : new Import(key);
            steps.forEach(step -> step.accept(row));
            if (known == null) {
                entities.persist(row);
            }
        });
        entities.flush();
    }
}
