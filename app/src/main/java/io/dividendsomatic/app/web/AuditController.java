package io.dividendsomatic.app.web;

import io.dividendsomatic.app.admin.Audit;
import io.dividendsomatic.portfolio.account.Replay;
import io.dividendsomatic.portfolio.events.Position;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Replays an account's history for an auditor. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit")
class AuditController {
    private final Audit audit;
    private final KnownAccounts known;
    private final Clock clock;

    AuditController(Audit audit, KnownAccounts known, Clock clock) {
        this.audit = audit;
        this.known = known;
        this.clock = clock;
    }

    /**
     * The account as its events tell it.
     *
     * @param snapshotAsOf the day of the snapshot that held; absent, with {@code version} and {@code stateHash}, when
     *     nothing was known of any day at or before
     * @param stateHash SHA-256 of instrument, currency, quantity, cost and price of every position
     */
    record ReplayAnswer(
            AccountId account,
            LocalDate asOf,
            Instant knownAt,
            @Nullable LocalDate snapshotAsOf,
            @Nullable Integer version,
            List<Position> positions,
            boolean matchesSnapshot,
            @Nullable String stateHash,
            int events) {}

    @GetMapping("/accounts/{account}/replay")
    @Operation(summary = "Folds the account's events afresh and compares with the stored snapshot")
    ReplayAnswer replay(
            @PathVariable AccountId account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        known.check(account);
        Moment moment = Moment.of(asOf, knownAt, clock);
        Audit.Finding finding = audit.replay(account, moment.asOf(), moment.knownAt());
        return new ReplayAnswer(
                account,
                moment.asOf(),
                moment.knownAt(),
                finding.found().map(Replay.Found::day).orElse(null),
                finding.found().map(Replay.Found::version).orElse(null),
                finding.found().map(Replay.Found::positions).orElse(List.of()),
                finding.matchesSnapshot(),
                finding.found().map(found -> found.stateHash().sha256()).orElse(null),
                finding.events());
    }
}
