package io.dividendsomatic.app.web;

import io.dividendsomatic.app.admin.ReadModels;
import io.dividendsomatic.ingestion.events.FileRetracted;
import io.dividendsomatic.ingestion.intake.RetractionRefused;
import io.dividendsomatic.ingestion.intake.Retractions;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.StatementRetracted;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes a file back, and undoes it. */
@RestController
@RequestMapping("/api/v1/imports/{fileId}/retraction")
@Tag(name = "Imports")
class RetractionController {
    /** How long it waits for the accounts; then it answers 202 and the journal tells later. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How long it waits then for the views, so that the next question finds what counts. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final Retractions retractions;
    private final ImportJournal journal;
    private final ReadModels readModels;

    RetractionController(Retractions retractions, ImportJournal journal, ReadModels readModels) {
        this.retractions = retractions;
        this.journal = journal;
        this.readModels = readModels;
    }

    /** Why a file is taken back. */
    record Request(@Nullable String reason) {}

    /** What a dry run answers: the entry as it stands, and what would change in each account. */
    record Rehearsed(ImportEntry entry, List<Effect> effect) {}

    /**
     * On one account. Facts are bookings, printed figures, rates, described instruments, and the positions of a day as one.
     *
     * @param withdrawn facts that no other file tells; absent when a retraction is undone
     * @param kept facts that other files tell as well
     */
    record Effect(
            AccountId account,
            @Nullable Integer withdrawn,
            @Nullable Integer kept) {
        static Effect of(AccountEvent event) {
            return event instanceof StatementRetracted retracted
                    ? new Effect(event.account(), retracted.withdrawn(), retracted.kept())
                    : new Effect(event.account(), null, null);
        }
    }

    @PostMapping
    @Operation(summary = "Takes a file back: what it alone had told counts no more", description = """
                    What other files tell too stays. The bytes, the rows and the history stay: an earlier knownAt answers \
                    as then. Sent again, the same bytes are refused with RETRACTED; a corrected file is another one. \
                    Who asks twice gets the entry as it stands, with the first reason. A dry run tells what would be \
                    withdrawn, and keeps nothing.""")
    @ApiResponse(responseCode = "200", description = "It is taken back, and every account has answered")
    @ApiResponse(responseCode = "202", description = "An account has not answered yet; the journal tells the end")
    @ApiResponse(responseCode = "400", description = "REASON_MISSING, or REASON_TOO_LONG")
    @ApiResponse(responseCode = "404", description = "NOT_FOUND: no such file ever arrived")
    @ApiResponse(
            responseCode = "409",
            description = "REJECTED: it was refused whole and told nothing; UNDER_WAY: it is being read just now")
    ResponseEntity<Object> retract(
            @PathVariable String fileId,
            @RequestBody(required = false) @Nullable Request request,
            @RequestParam(defaultValue = "false") boolean dryRun)
            throws InterruptedException {
        FileId file = ImportsController.find(journal, fileId).fileId();
        String reason = reason(request);
        try {
            if (dryRun) {
                return rehearsed(file, retractions.rehearseRetraction(file, reason));
            }
            retractions.retract(file, reason);
        } catch (RetractionRefused refused) {
            throw problem(refused);
        }
        return answer(file);
    }

    @DeleteMapping
    @Operation(summary = "Undoes the retraction of a file: what it told counts again", description = """
                    As if it had never been taken back, whatever came meanwhile. A file that is not retracted is answered \
                    as it stands.""")
    @ApiResponse(responseCode = "200", description = "It counts, and every account has answered")
    @ApiResponse(responseCode = "202", description = "An account has not answered yet; the journal tells the end")
    @ApiResponse(responseCode = "404", description = "NOT_FOUND: no such file ever arrived")
    @ApiResponse(
            responseCode = "409",
            description = "REJECTED: it was refused whole; UNDER_WAY: it is being read just now")
    ResponseEntity<Object> restore(@PathVariable String fileId, @RequestParam(defaultValue = "false") boolean dryRun)
            throws InterruptedException {
        FileId file = ImportsController.find(journal, fileId).fileId();
        try {
            if (dryRun) {
                return rehearsed(file, retractions.rehearseRestoration(file));
            }
            retractions.restore(file);
        } catch (RetractionRefused refused) {
            throw problem(refused);
        }
        return answer(file);
    }

    private ResponseEntity<Object> rehearsed(FileId file, List<AccountEvent> answers) {
        return ResponseEntity.ok(new Rehearsed(
                journal.find(file).orElseThrow(),
                answers.stream().map(Effect::of).toList()));
    }

    private ResponseEntity<Object> answer(FileId file) throws InterruptedException {
        ImportEntry entry = journal.await(file, PATIENCE).orElseThrow();
        if (entry.status() == ImportEntry.Status.RUNNING) {
            return ResponseEntity.accepted().body(entry);
        }
        readModels.awaitStored(SETTLING);
        return ResponseEntity.ok(entry);
    }

    private static String reason(@Nullable Request request) {
        String reason = request == null || request.reason == null ? "" : request.reason.strip();
        if (reason.isEmpty()) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "REASON_MISSING", "Say why, as {\"reason\": \"…\"}: the history shows it.");
        }
        if (reason.length() > FileRetracted.MAX_REASON) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "REASON_TOO_LONG",
                    "A reason has at most " + FileRetracted.MAX_REASON + " characters.");
        }
        return reason;
    }

    static ApiProblem problem(RetractionRefused refused) {
        HttpStatus status =
                refused.code() == RetractionRefused.Code.NOT_FOUND ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
        return new ApiProblem(status, refused.code().name(), String.valueOf(refused.getMessage()));
    }
}
