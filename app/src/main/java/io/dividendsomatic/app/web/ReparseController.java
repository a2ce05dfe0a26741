package io.dividendsomatic.app.web;

import io.dividendsomatic.app.admin.ReadModels;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.RowCounts;
import io.dividendsomatic.ingestion.events.RowIgnored;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowRejected;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.ingestion.intake.RefusedReading;
import io.dividendsomatic.ingestion.intake.Reread;
import io.dividendsomatic.ingestion.intake.Rereading;
import io.dividendsomatic.ingestion.intake.RetractionRefused;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the stored bytes of a file anew. */
@RestController
@RequestMapping("/api/v1/imports/{fileId}/reparse")
@Tag(name = "Imports")
class ReparseController {
    /** How long it waits for the accounts; then it answers 202 and the journal tells later. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How long it waits then for the views. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final Rereading rereading;
    private final ImportJournal journal;
    private final ReadModels readModels;

    ReparseController(Rereading rereading, ImportJournal journal, ReadModels readModels) {
        this.rereading = rereading;
        this.journal = journal;
        this.readModels = readModels;
    }

    /**
     * What changed.
     *
     * @param entry as it stands now
     * @param changed false when the bytes say today what they said before; then nothing is stored
     */
    record Answer(ImportEntry entry, boolean changed, Rows rows, Facts facts) {}

    /** How many lines have another verdict, and the first of them. */
    record Rows(RowCounts before, RowCounts after, int changed, List<Row> samples) {}

    /** A line; {@code PARSED} on both sides when it tells something else. */
    record Row(
            int line,
            ImportRow.@Nullable Status before,
            ImportRow.@Nullable Status after,
            @Nullable String problem) {
        static Row of(Reread.ChangedRow row) {
            return new Row(row.line(), status(row.before()), status(row.after()), problem(row.after()));
        }

        private static ImportRow.@Nullable Status status(@Nullable RowVerdict verdict) {
            return verdict == null ? null : ImportRow.Status.of(verdict);
        }

        private static @Nullable String problem(@Nullable RowVerdict verdict) {
            return switch (verdict) {
                case RowRejected rejected -> rejected.problem().code().name();
                case RowIgnored ignored -> ignored.reason();
                case RowParsed parsed -> null;
                case null -> null;
            };
        }
    }

    /** Facts that the earlier reading did not tell, and those that only it told; what reads otherwise is one of each. */
    record Facts(int told, int withdrawn) {}

    @PostMapping
    @Operation(summary = "Reads the stored bytes again with today's formats and mappings", description = """
                    A reading that says something else takes the place of the one before: what only that told is \
                    withdrawn. One that says the same is not stored. A file that was refused and reads today becomes \
                    PARSED in the same entry. An account may be given anew for files that name none. A dry run tells \
                    what would change, and keeps nothing.""")
    @ApiResponse(responseCode = "200", description = "What changed, or that nothing did")
    @ApiResponse(responseCode = "202", description = "An account has not answered yet; the journal tells the end")
    @ApiResponse(responseCode = "404", description = "NOT_FOUND: no such file ever arrived")
    @ApiResponse(
            responseCode = "409",
            description =
                    "RETRACTED: it was taken back; UNDER_WAY: it is being read just now; PRICES: vendors' prices are not read anew")
    @ApiResponse(responseCode = "422", description = "Today it is refused whole; the file stays as it was")
    ResponseEntity<Answer> reparse(
            @PathVariable String fileId,
            @RequestParam(required = false) @Nullable AccountId account,
            @RequestParam(defaultValue = "false") boolean dryRun)
            throws InterruptedException {
        FileId file = ImportsController.find(journal, fileId).fileId();
        try {
            Reread reread = dryRun ? rereading.rehearse(file, account) : rereading.reread(file, account);
            ImportEntry entry = dryRun
                    ? journal.find(file).orElseThrow()
                    : journal.await(file, PATIENCE).orElseThrow();
            boolean running = entry.status() == ImportEntry.Status.RUNNING;
            if (!dryRun && !running) {
                readModels.awaitStored(SETTLING);
            }
            return ResponseEntity.status(running ? HttpStatus.ACCEPTED : HttpStatus.OK)
                    .body(answer(entry, reread));
        } catch (RetractionRefused refused) {
            throw RetractionController.problem(refused);
        } catch (RefusedReading refused) {
            Problem problem = refused.problem();
            throw new ApiProblem(
                            HttpStatus.UNPROCESSABLE_CONTENT, problem.code().name(), problem.message())
                    .with("fileId", file);
        }
    }

    private static Answer answer(ImportEntry entry, Reread reread) {
        Rows rows = new Rows(
                reread.before(),
                reread.after(),
                reread.changedRows(),
                reread.samples().stream().map(Row::of).toList());
        return new Answer(entry, reread.changed(), rows, new Facts(reread.told(), reread.withdrawn()));
    }
}
