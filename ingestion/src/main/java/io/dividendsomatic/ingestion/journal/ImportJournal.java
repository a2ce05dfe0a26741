package io.dividendsomatic.ingestion.journal;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.FileRestored;
import io.dividendsomatic.ingestion.events.FileRetracted;
import io.dividendsomatic.ingestion.intake.FileStreams;
import io.dividendsomatic.portfolio.events.ReferencesRecorded;
import io.dividendsomatic.portfolio.events.ReferencesRestored;
import io.dividendsomatic.portfolio.events.ReferencesRetracted;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.events.StatementRestored;
import io.dividendsomatic.portfolio.events.StatementRetracted;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.ReadModel;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

/** The journal of imports: one entry a file. */
@Component
public class ImportJournal implements ReadModel {
    static final String NAME = "imports";

    /** Between two looks of someone who waits; a small file is through in about 50 ms. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Imports imports;
    private final EntityManager entities;
    private final Generations generations;
    private final FileStreams streams;

    ImportJournal(Imports imports, EntityManager entities, Generations generations, FileStreams streams) {
        this.imports = imports;
        this.entities = entities;
        this.generations = generations;
        this.streams = streams;
    }

    /** The entry of a file, or nothing when it never arrived or the journal has not seen it yet. */
    public Optional<ImportEntry> find(FileId file) {
        return row(file).map(Import::entry);
    }

    /** Entries from the newest to the oldest. */
    public Page<ImportEntry> newestFirst(int page, int size) {
        return imports.newestFirst(active(), PageRequest.of(page, size)).map(Import::entry);
    }

    /**
     * Entries with a problem: files that were refused first, then those with refused rows, each from the newest on.
     *
     * @param accounts of which a file tells; those that tell of none count for all, and all count when it is empty
     * @param until when they had arrived at the latest
     */
    public Page<ImportEntry> needingAttention(Collection<AccountId> accounts, Instant until, int page, int size) {
        Pageable asked = PageRequest.of(page, size);
        if (accounts.isEmpty()) {
            return imports.needingAttention(active(), until, asked).map(Import::entry);
        }
        List<ImportEntry> found = imports.needingAttention(active(), until, Pageable.unpaged()).stream()
                .map(Import::entry)
                .filter(entry -> entry.accounts().isEmpty() || !Collections.disjoint(entry.accounts(), accounts))
                .toList();
        return new PageImpl<>(found.stream().skip(asked.getOffset()).limit(size).toList(), asked, found.size());
    }

    /** Those of the files whose newest arrival is complete. */
    public List<ImportEntry> completed(Collection<FileId> files) {
        List<String> ids = files.stream().map(FileId::sha256).toList();
        return imports.findByKeyGenerationAndKeyFileIdIn(active(), ids).stream()
                .filter(this::isSettled)
                .map(Import::entry)
                .toList();
    }

    /**
     * Waits until the newest arrival of a file is complete, and answers what the journal tells then, or what it tells
     * when the time is over: nothing, or an entry that is still {@code RUNNING}.
     */
    public Optional<ImportEntry> await(FileId file, Duration atMost) throws InterruptedException {
        for (Duration waited = Duration.ZERO; waited.compareTo(atMost) < 0; waited = waited.plus(LOOK_EVERY)) {
            Optional<Import> settled = row(file).filter(this::isSettled).filter(this::isUpToDate);
            if (settled.isPresent()) {
                return settled.map(Import::entry);
            }
            Thread.sleep(LOOK_EVERY);
        }
        return find(file);
    }

    /** Only a refused file can have arrived again behind the journal's back. */
    private boolean isSettled(Import row) {
        ImportEntry entry = row.entry();
        return switch (entry.status()) {
            case RUNNING -> false;
            case PARSED, RETRACTED -> true;
            case REJECTED -> isUpToDate(row);
        };
    }

    /** Nothing has happened to the file behind the journal's back. */
    private boolean isUpToDate(Import row) {
        return row.seen() >= streams.lastSequence(new FileId(row.fileId())).orElse(0);
    }

    private Optional<Import> row(FileId file) {
        return imports.findByKey(new ImportKey(active(), file.sha256()));
    }

    private int active() {
        return generations.active(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> eventTypes() {
        return Set.of(
                FileArrived.class,
                FileParsed.class,
                FileRejected.class,
                FileRetracted.class,
                FileRestored.class,
                StatementRetracted.class,
                StatementRestored.class,
                ReferencesRetracted.class,
                ReferencesRestored.class,
                StatementRecorded.class,
                ReferencesRecorded.class);
    }

    @Override
    public Object handlersFor(int generation) {
        return new ImportHandlers(generation, entities);
    }

    @Override
    public List<String> comparedTables() {
        return List.of("import_entry");
    }

    @Override
    public long rows(int generation) {
        return imports.countByKeyGeneration(generation);
    }

    @Override
    public void drop(int generation) {
        imports.deleteGeneration(generation);
    }
}
