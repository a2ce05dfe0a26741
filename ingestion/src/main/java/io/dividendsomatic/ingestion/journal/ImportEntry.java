package io.dividendsomatic.ingestion.journal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.FileRestored;
import io.dividendsomatic.ingestion.events.FileRetracted;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.RowCounts;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.ingestion.intake.DryRun;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the journal tells of one file. A file that was refused and arrives again keeps its entry, with the name, source
 * and time of its first arrival; everything else tells of its newest reading.
 *
 * @param receivedAt when the bytes came first
 * @param format absent while no format has recognised the file
 * @param encoding in which its bytes were read as text; absent when it was refused before any row was judged
 * @param ignored how many rows were passed over, by reason
 * @param drift how its tables differ from what the format knows
 * @param problems the first of them; every problem stands on its row
 * @param retraction why and when the file was taken back; absent while it counts
 */
public record ImportEntry(
        FileId fileId,
        String name,
        FileSource source,
        long sizeBytes,
        Instant receivedAt,
        Status status,
        @Nullable String format,
        @Nullable Integer parserVersion,
        @Nullable String encoding,
        List<AccountId> accounts,
        @Nullable Period period,
        RowCounts rows,
        Facts facts,
        SortedMap<String, Integer> ignored,
        List<Drift> drift,
        List<Problem> problems,
        @Nullable Retraction retraction) {

    public ImportEntry {
        accounts = List.copyOf(accounts);
        ignored = Collections.unmodifiableSortedMap(new TreeMap<>(ignored));
        drift = List.copyOf(drift);
        problems = List.copyOf(problems);
    }

    /** How far a file has come. {@code RUNNING} ends with a refusal, or when every account of the file has answered. */
    public enum Status {
        RUNNING,
        PARSED,
        REJECTED,
        /** Taken back: nothing of it counts. */
        RETRACTED
    }

    /** A person's reason, and when. */
    public record Retraction(String reason, Instant at) {}

    /** Accepted rows: those that no earlier file had told, and those that one had told already. */
    public record Facts(@JsonProperty("new") int unheard, int known) {}

    /** The entry that a file would get which comes in for the first time. */
    public static ImportEntry of(DryRun.Outcome outcome) {
        Import row =
                new Import(new ImportKey(0, outcome.file().getFirst().file().sha256()));
        outcome.file().forEach(event -> {
            switch (event) {
                case FileArrived arrived -> row.on(arrived, 0);
                case FileParsed parsed -> row.on(parsed, 0);
                case FileRejected rejected -> row.on(rejected, 0);
                case RowsParsed rows -> {} // the last event counts them
                case FileRetracted retracted -> {} // no part of a reading
                case FileRestored restored -> {} // no part of a reading
            }
        });
        outcome.accounts().forEach(event -> {
            if (event instanceof StatementRecorded recorded) {
                row.on(recorded);
            }
        });
        if (outcome.references() != null) {
            row.on(outcome.references());
        }
        return row.entry();
    }
}
