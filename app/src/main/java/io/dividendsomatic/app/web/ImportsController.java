package io.dividendsomatic.app.web;

import io.dividendsomatic.app.admin.ReadModels;
import io.dividendsomatic.app.web.ApiProblem.RowError;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.DryRun;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files in, and the journal of what became of them. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportsController {
    /** How long an upload waits for its accounts; then it answers 202 and the entry tells later. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How long it waits then for the views, so that the next question finds what the file said. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final Listing.Columns<ImportEntry> COLUMNS = new Listing.Columns<>(
            List.of(
                    "fileId",
                    "name",
                    "source",
                    "sizeBytes",
                    "receivedAt",
                    "status",
                    "format",
                    "accounts",
                    "from",
                    "to",
                    "rows",
                    "parsed",
                    "rejected",
                    "ignored",
                    "new",
                    "known",
                    "problem"),
            ImportsController::cells);

    private final Intake intake;
    private final DryRun dryRun;
    private final ImportJournal journal;
    private final ReadModels readModels;

    ImportsController(Intake intake, DryRun dryRun, ImportJournal journal, ReadModels readModels) {
        this.intake = intake;
        this.dryRun = dryRun;
        this.journal = journal;
        this.readModels = readModels;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Takes a file, and answers when every account of it has its facts")
    ResponseEntity<Object> take(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable AccountId account,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException, InterruptedException {
        String name = String.valueOf(file.getOriginalFilename());
        Delivery delivery = new Delivery(FileSource.UPLOAD, name, file.getBytes(), account, mapping);
        if (dryRun) {
            return ResponseEntity.ok(Rehearsal.of(this.dryRun.of(delivery)));
        }
        return switch (settled(delivery)) {
            case Receipt.Taken taken -> answer(taken.file(), HttpStatus.CREATED);
            case Receipt.Known known -> answer(known.file(), HttpStatus.OK);
            case Receipt.UnderWay still -> answer(still.file(), HttpStatus.OK);
            case Receipt.Conflict conflict ->
                throw new ApiProblem(
                                HttpStatus.CONFLICT,
                                "ACCOUNT_CONFLICT",
                                "These bytes were taken for " + conflict.first() + " and name no account themselves.")
                        .with("fileId", conflict.file());
        };
    }

    /** The same bytes may be on their way in for another account: what they are known for is asked when they are read. */
    private Receipt settled(Delivery delivery) throws InterruptedException {
        Receipt receipt = intake.receive(delivery);
        if (receipt instanceof Receipt.UnderWay copy) {
            journal.await(copy.file(), PATIENCE);
            return intake.receive(delivery);
        }
        return receipt;
    }

    private ResponseEntity<Object> answer(FileId file, HttpStatus whenParsed) throws InterruptedException {
        ResponseEntity.BodyBuilder running = ResponseEntity.accepted().location(location(file));
        ImportEntry entry = journal.await(file, PATIENCE).orElse(null);
        if (entry == null) {
            return running.build();
        }
        readModels.awaitStored(SETTLING);
        return switch (entry.status()) {
            case RUNNING -> running.body(entry);
            case PARSED ->
                ResponseEntity.status(whenParsed).location(location(file)).body(entry);
            case REJECTED -> throw refused(entry);
        };
    }

    private static ApiProblem refused(ImportEntry entry) {
        Problem problem = entry.problems().getFirst();
        List<RowError> errors = entry.problems().stream()
                .map(row -> new RowError(row.line(), row.column(), row.code().name(), row.message()))
                .toList();
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, problem.code().name(), problem.message())
                .with(errors)
                .with("fileId", entry.fileId());
    }

    private static URI location(FileId file) {
        return URI.create("/api/v1/imports/" + file);
    }

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, CsvConverter.TEXT_CSV})
    @Operation(summary = "The journal, newest first")
    Listing<ImportEntry> list(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = Listing.DEFAULT_SIZE) int size) {
        Listing.check(page, size);
        var found = journal.newestFirst(page, size);
        return new Listing<>(found.getContent(), page, size, found.getTotalElements(), COLUMNS);
    }

    @GetMapping("/{fileId}")
    @Operation(summary = "What became of one file")
    ImportEntry one(@PathVariable String fileId) {
        return find(journal, fileId);
    }

    private static List<@Nullable Object> cells(ImportEntry entry) {
        Period period = entry.period();
        return Arrays.asList(
                entry.fileId(),
                entry.name(),
                entry.source(),
                entry.sizeBytes(),
                entry.receivedAt(),
                entry.status(),
                entry.format(),
                entry.accounts().stream().map(AccountId::toString).collect(Collectors.joining(" ")),
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                entry.rows().total(),
                entry.rows().parsed(),
                entry.rows().rejected(),
                entry.rows().ignored(),
                entry.facts().unheard(),
                entry.facts().known(),
                entry.problems().isEmpty() ? null : entry.problems().getFirst().code());
    }

    /** Throws ApiProblem when no file with that id ever arrived. */
    static ImportEntry find(ImportJournal journal, String fileId) {
        try {
            return journal.find(new FileId(fileId)).orElseThrow(() -> unknown(fileId));
        } catch (IllegalArgumentException notAnId) {
            throw unknown(fileId);
        }
    }

    private static ApiProblem unknown(String fileId) {
        return new ApiProblem(HttpStatus.NOT_FOUND, "NOT_FOUND", "No file with this id ever arrived: " + fileId);
    }
}
