package io.dividendsomatic.ingestion.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.events.RowCounts;
import io.dividendsomatic.ingestion.intake.DryRun;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.Edition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ImportEntryTest {
    private static final FileId FILE = FileId.of(new byte[] {1});
    private static final Drift DRIFT = new Drift("Trades", List.of("Mood"), List.of("Code"));
    private static final SortedMap<String, Integer> IGNORED = new TreeMap<>(Map.of("TOTAL", 2));
    private static final FileArrived ARRIVED =
            new FileArrived(FILE, FileSource.UPLOAD, "a.csv", 1, Instant.EPOCH, null, null);
    private static final FileParsed PARSED = new FileParsed(
            FILE,
            "a-format",
            1,
            "windows-1252",
            List.of(),
            false,
            null,
            new Edition(Instant.EPOCH, 1),
            new RowCounts(2, 0, 0, 2),
            List.of(DRIFT),
            IGNORED,
            List.of(),
            0);
    private static final FileRejected REJECTED =
            new FileRejected(FILE, null, null, Problem.ofFile(ProblemCode.UNKNOWN_FORMAT, "?"));

    @Test
    void it_tells_how_a_file_was_read_and_what_was_passed_over() {
        ImportEntry entry = entry(ARRIVED, PARSED);
        assertThat(entry.encoding()).isEqualTo("windows-1252");
        assertThat(entry.drift()).containsExactly(DRIFT);
        assertThat(entry.ignored()).isEqualTo(IGNORED);
    }

    @Test
    void of_a_file_that_was_refused_nothing_of_an_earlier_reading_is_left() {
        ImportEntry entry = entry(ARRIVED, PARSED, ARRIVED, REJECTED);
        assertThat(entry.encoding()).isNull();
        assertThat(entry.drift()).isEmpty();
        assertThat(entry.ignored()).isEmpty();
    }

    @Test
    void of_a_file_without_a_good_row_it_tells_how_it_was_read() {
        ImportEntry entry = entry(
                ARRIVED,
                new FileRejected(
                        FILE,
                        "a-format",
                        1,
                        Problem.ofFile(ProblemCode.NO_ROW_ACCEPTED, "?"),
                        new RowCounts(3, 0, 1, 2),
                        List.of(),
                        new FileRejected.Attempt("windows-1252", List.of(DRIFT), IGNORED, 1)));
        assertThat(entry.status()).isEqualTo(ImportEntry.Status.REJECTED);
        assertThat(entry.rows()).isEqualTo(new RowCounts(3, 0, 1, 2));
        assertThat(entry.encoding()).isEqualTo("windows-1252");
        assertThat(entry.drift()).containsExactly(DRIFT);
        assertThat(entry.ignored()).isEqualTo(IGNORED);
    }

    @Test
    void a_column_gives_back_what_was_put_into_it() {
        JsonColumn.Drifts drift = new JsonColumn.Drifts();
        JsonColumn.Reasons reasons = new JsonColumn.Reasons();
        assertThat(drift.convertToEntityAttribute(drift.convertToDatabaseColumn(List.of(DRIFT))))
                .containsExactly(DRIFT);
        assertThat(reasons.convertToEntityAttribute(reasons.convertToDatabaseColumn(IGNORED)))
                .isEqualTo(IGNORED);
    }

    private static ImportEntry entry(FileEvent... events) {
        return ImportEntry.of(new DryRun.Outcome(List.of(events), List.of(), null));
    }
}
