package io.dividendsomatic.app.web;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.intake.Archive;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inside of a file that was taken: its rows with their verdicts, and its bytes. */
@RestController
@RequestMapping("/api/v1/imports/{fileId}")
@Tag(name = "Imports")
class ImportedFileController {
    private static final Listing.Columns<ImportRow> COLUMNS = new Listing.Columns<>(
            List.of("line", "status", "account", "code", "column", "message", "reason", "raw", "fact"),
            ImportedFileController::cells);

    private final ImportJournal journal;
    private final ImportedRows rows;
    private final Archive archive;

    ImportedFileController(ImportJournal journal, ImportedRows rows, Archive archive) {
        this.journal = journal;
        this.rows = rows;
        this.archive = archive;
    }

    @GetTable("/rows")
    @Operation(summary = "Every data row of a file, its verdict, and the fact that it became")
    Listing<ImportRow> rows(
            @PathVariable String fileId,
            @RequestParam(required = false) ImportRow.@Nullable Status status,
            @ParameterObject Paging paging) {
        ImportEntry entry = ImportsController.find(journal, fileId);
        Slice<ImportRow> found = rows.page(entry, status, paging.page(), paging.size());
        return new Listing<>(found.items(), paging.page(), paging.size(), found.total(), COLUMNS);
    }

    private static List<@Nullable Object> cells(ImportRow row) {
        Problem problem =
                row.problem() == null && !row.flags().isEmpty() ? row.flags().getFirst() : row.problem();
        return Arrays.asList(
                row.line(),
                row.status(),
                row.account(),
                problem == null ? null : problem.code(),
                problem == null ? null : problem.column(),
                problem == null ? null : problem.message(),
                row.reason(),
                row.raw(),
                row.fact() == null ? null : row.fact().toString());
    }

    @GetMapping("/content")
    @Operation(summary = "The original bytes, also of a file of the home folder that no import reads, such as aliases")
    ResponseEntity<byte[]> content(@PathVariable String fileId) {
        FileId file = ImportsController.id(fileId);
        Optional<String> name = journal.find(file).map(ImportEntry::name);
        if (name.isEmpty() && !archive.has(file)) {
            throw ImportsController.unknown(fileId);
        }
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name.orElse(file.sha256()), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(archive.read(file));
    }
}
