package io.dividendsomatic.app.backup;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Keeping what is stored safe, and holding it against itself. */
@RestController
@RequestMapping("/api/v1/admin")
@Tag(name = "Administration")
class BackupController {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Backup backup;
    private final Verification verification;
    private final Clock clock;

    BackupController(Backup backup, Verification verification, Clock clock) {
        this.backup = backup;
        this.verification = verification;
        this.clock = clock;
    }

    @GetMapping(path = "/backup", produces = "application/zip")
    @Operation(summary = "Events, archive and the user's own files as a zip, of which a home can be made again")
    ResponseEntity<StreamingResponseBody> backup() {
        String name = "dividendsomatic-" + TIME.format(clock.instant()) + ".zip";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(backup::write);
    }

    @PostMapping("/verify")
    @Operation(summary = "Archive against its hashes, events against their order, snapshots against a fresh fold")
    Verification.Findings verify() {
        return verification.run();
    }
}
