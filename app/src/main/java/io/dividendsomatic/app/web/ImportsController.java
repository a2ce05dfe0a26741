package io.dividendsomatic.app.web;

import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files in, and the journal of what became of them. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
public class ImportsController {
    /** A request header by which the program's own commands say that they sent the file. */
    public static final String SENT_BY = "Dividendsomatic-Sent-By";

    private static final Listing.Columns<ImportEntry> COLUMNS = new Listing.Columns<>(
            List.of(
                    "fileId",
                    "name",
                    "source",
                    "sizeBytes",
                    "receivedAt",
                    "status",
                    "format",
                    "encoding",
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

    private final Uploads uploads;
    private final ImportJournal journal;

    ImportsController(Uploads uploads, ImportJournal journal) {
        this.uploads = uploads;
        this.journal = journal;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Takes files, and answers when every account of them has its facts", description = """
                    A zip is opened: each file in it has an entry of its own, named archive.zip/file.csv. An archive of \
                    one file is answered as that file; one of several with {"items": [entry, …]}, those that were \
                    refused among them as REJECTED. Several parts named file are answered like the files of one archive, and \
                    have the account and the mapping in common. A dry run answers 200 with the same shape, the effect on each \
                    account, and what each row becomes; it keeps nothing. A mapping reads the file alone, whatever \
                    other formats recognise it: the name of one that comes with the program or lies in mappings/.""")
    @ApiResponse(responseCode = "201", description = "Something of it is new")
    @ApiResponse(responseCode = "200", description = "Everything of it was known, or it is a dry run")
    @ApiResponse(responseCode = "202", description = "It is still being read; the journal tells the end")
    @ApiResponse(
            responseCode = "409",
            description = "ACCOUNT_CONFLICT: taken for another account; RETRACTED: taken back")
    @ApiResponse(
            responseCode = "422",
            description = "It is refused whole, or every one of several files is; UNKNOWN_MAPPING keeps nothing")
    ResponseEntity<Object> take(
            @RequestParam List<MultipartFile> file,
            @RequestParam(required = false) @Nullable AccountId account,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true) @RequestHeader(name = SENT_BY, required = false) @Nullable String sentBy)
            throws IOException, InterruptedException {
        String named = mapping == null || mapping.isBlank() ? null : mapping.strip();
        FileSource source = FileSource.COMMAND_LINE.name().equals(sentBy) ? FileSource.COMMAND_LINE : FileSource.UPLOAD;
        List<Delivery> sent = new ArrayList<>();
        for (MultipartFile one : file) {
            String name = String.valueOf(one.getOriginalFilename());
            sent.add(new Delivery(source, name, one.getBytes(), account, named));
        }
        return dryRun ? ResponseEntity.ok(uploads.rehearse(sent)) : uploads.take(sent);
    }

    @GetTable
    @Operation(summary = "The journal, newest first")
    Listing<ImportEntry> list(@ParameterObject Paging paging) {
        var found = journal.newestFirst(paging.page(), paging.size());
        return new Listing<>(found.getContent(), paging.page(), paging.size(), found.getTotalElements(), COLUMNS);
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
                entry.encoding(),
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
        return journal.find(id(fileId)).orElseThrow(() -> unknown(fileId));
    }

    static FileId id(String fileId) {
        try {
            return new FileId(fileId);
        } catch (IllegalArgumentException notAnId) {
            throw unknown(fileId);
        }
    }

    static ApiProblem unknown(String fileId) {
        return new ApiProblem(HttpStatus.NOT_FOUND, "NOT_FOUND", "No file with this id ever arrived: " + fileId);
    }
}
