package io.dividendsomatic.ingestion.journal;

import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.FileRestored;
import io.dividendsomatic.ingestion.events.FileRetracted;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.RowCounts;
import io.dividendsomatic.ingestion.journal.ImportEntry.Facts;
import io.dividendsomatic.ingestion.journal.ImportEntry.Retraction;
import io.dividendsomatic.ingestion.journal.ImportEntry.Status;
import io.dividendsomatic.portfolio.events.ReferencesRecorded;
import io.dividendsomatic.portfolio.events.ReferencesRestored;
import io.dividendsomatic.portfolio.events.ReferencesRetracted;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.events.StatementRetracted;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.statement.RetractionCause;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The journal's row of one file: its events add up to what {@link #entry()} tells. */
@Entity
@Table(name = "import_entry")
class Import {
    /** Before the first event of the file's stream. */
    private static final long NOTHING_SEEN = -1;

    @EmbeddedId
    private ImportKey key;

    private String name;

    @Enumerated(EnumType.STRING)
    private FileSource source;

    private long sizeBytes;
    private Instant receivedAt;

    @Enumerated(EnumType.STRING)
    private Status status = Status.RUNNING;

    private @Nullable String format;
    private @Nullable Integer parserVersion;
    private @Nullable String encoding;

    @Convert(converter = AccountsText.class)
    private List<AccountId> accounts = List.of();

    private int accountsOpen;
    private @Nullable LocalDate periodFrom;
    private @Nullable LocalDate periodTo;
    private int rowsTotal;
    private int rowsParsed;
    private int rowsRejected;
    private int rowsIgnored;
    private int factsNew;
    private int factsKnown;

    @Convert(converter = JsonColumn.Drifts.class)
    private List<Drift> drift = List.of();

    @Convert(converter = JsonColumn.Reasons.class)
    private SortedMap<String, Integer> ignored = new TreeMap<>();

    @Convert(converter = JsonColumn.Problems.class)
    private List<Problem> problems = List.of();

    @SuppressWarnings("UnusedVariable") // queries read it
    private boolean attention;

    private @Nullable String retraction;
    private @Nullable Instant retractedAt;

    private long seen = NOTHING_SEEN;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    Import() {}

    @SuppressWarnings("NullAway.Init") // a file's first event is its arrival
    Import(ImportKey key) {
        this.key = key;
    }

    String fileId() {
        return key.fileId();
    }

    /** The place on the file's stream of the newest event that is part of this row. */
    long seen() {
        return seen;
    }

    void on(FileArrived arrived, long sequence) {
        if (seen == NOTHING_SEEN) {
            name = arrived.name();
            source = arrived.source();
            sizeBytes = arrived.sizeBytes();
            receivedAt = arrived.receivedAt();
        }
        seen = sequence;
        reads(null, null, RowCounts.NONE, List.of());
        status = Status.RUNNING;
    }

    void on(FileParsed parsed, long sequence) {
        seen = sequence;
        reads(parsed.format(), parsed.parserVersion(), parsed.rows(), parsed.problems());
        encoding = parsed.encoding();
        drift = parsed.drift();
        ignored = parsed.ignored();
        factsNew = 0; // those of an earlier reading count no more
        factsKnown = 0;
        accounts = parsed.accounts();
        accountsOpen = accounts.size();
        status = accounts.isEmpty() && rowsParsed == 0 ? Status.PARSED : Status.RUNNING;
        Period period = parsed.period();
        periodFrom = period == null ? null : period.from();
        periodTo = period == null ? null : period.to();
    }

    void on(FileRejected rejected, long sequence) {
        seen = sequence;
        List<Problem> all = new ArrayList<>();
        all.add(rejected.problem());
        all.addAll(rejected.problems());
        reads(rejected.format(), rejected.parserVersion(), rejected.rows(), all);
        FileRejected.Attempt attempt = rejected.attempt();
        if (attempt != null) {
            encoding = attempt.encoding();
            drift = attempt.drift();
            ignored = attempt.ignored();
        }
        status = Status.REJECTED;
    }

    /** The last word on a file of no account. */
    void on(ReferencesRecorded recorded) {
        factsNew += recorded.facts();
        if (accounts.isEmpty()) {
            status = Status.PARSED;
        }
    }

    void on(StatementRecorded recorded) {
        factsNew += recorded.newFacts();
        factsKnown += recorded.knownFacts();
        answered();
    }

    void on(FileRetracted retracted, long sequence) {
        seen = sequence;
        retraction = retracted.reason();
        retractedAt = retracted.retractedAt();
        attention = false;
        asksAccounts();
    }

    void on(FileRestored restored, long sequence) {
        seen = sequence;
        retraction = null;
        retractedAt = null;
        attention = !problems.isEmpty();
        asksAccounts();
    }

    private void asksAccounts() {
        accountsOpen = accounts.size();
        status = accounts.isEmpty() && rowsParsed == 0 ? finished() : Status.RUNNING;
    }

    private Status finished() {
        return retraction == null ? Status.PARSED : Status.RETRACTED;
    }

    /** An account has done what was asked of it. */
    void answered() {
        accountsOpen--;
        if (accountsOpen == 0) {
            status = finished();
        }
    }

    void on(StatementRetracted retracted) {
        if (retracted.cause() == RetractionCause.FILE_RETRACTED) {
            answered();
        }
    }

    void on(ReferencesRetracted retracted) {
        if (retracted.cause() == RetractionCause.FILE_RETRACTED && accounts.isEmpty()) {
            status = finished();
        }
    }

    void on(ReferencesRestored restored) {
        if (accounts.isEmpty()) {
            status = finished();
        }
    }

    private void reads(@Nullable String byFormat, @Nullable Integer version, RowCounts rows, List<Problem> found) {
        format = byFormat;
        parserVersion = version;
        encoding = null;
        drift = List.of();
        ignored = new TreeMap<>();
        rowsTotal = rows.total();
        rowsParsed = rows.parsed();
        rowsRejected = rows.rejected();
        rowsIgnored = rows.ignored();
        problems = found;
        attention = !found.isEmpty();
    }

    ImportEntry entry() {
        return new ImportEntry(
                new FileId(key.fileId()),
                name,
                source,
                sizeBytes,
                receivedAt,
                status,
                format,
                parserVersion,
                encoding,
                accounts,
                periodFrom == null || periodTo == null ? null : new Period(periodFrom, periodTo),
                new RowCounts(rowsTotal, rowsParsed, rowsRejected, rowsIgnored),
                new Facts(factsNew, factsKnown),
                ignored,
                drift,
                problems,
                retraction == null || retractedAt == null ? null : new Retraction(retraction, retractedAt));
    }
}
