package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.Accounts;
import io.dividendsomatic.portfolio.holdings.HeldDays;
import io.dividendsomatic.portfolio.holdings.Snapshots;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The accounts, and every snapshot of them in every version. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts")
class AccountsController {
    private final HeldDays held;
    private final KnownAccounts known;
    private final Clock clock;

    AccountsController(HeldDays held, KnownAccounts known, Clock clock) {
        this.held = held;
        this.known = known;
        this.clock = clock;
    }

    record AccountsPage(LocalDate asOf, Instant knownAt, List<Accounts.Summary> items, int page, int size, long total)
            implements Tabular {

        @Override
        public List<String> header() {
            return List.of("account", "broker", "number", "baseCurrency", "firstDate", "lastDate", "files");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return items.stream()
                    .map(item -> Arrays.<@Nullable Object>asList(
                            item.account(),
                            item.broker(),
                            item.number(),
                            item.baseCurrency(),
                            item.firstDate(),
                            item.lastDate(),
                            item.files()))
                    .toList();
        }
    }

    record SnapshotsPage(LocalDate asOf, Instant knownAt, List<Snapshots.Line> items, int page, int size, long total)
            implements Tabular {

        @Override
        public List<String> header() {
            return List.of("asOf", "version", "origin", "recordedAt", "supersededAt", "fileId", "positions");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return items.stream()
                    .map(item -> Arrays.<@Nullable Object>asList(
                            item.asOf(),
                            item.version(),
                            item.origin(),
                            item.recordedAt(),
                            item.supersededAt(),
                            item.fileId(),
                            item.positions()))
                    .toList();
        }
    }

    /** A snapshot as it was known. */
    record SnapshotAnswer(Instant knownAt, @JsonUnwrapped AccountSnapshot snapshot) implements Tabular {

        @Override
        public List<String> header() {
            return List.of(
                    "isin",
                    "symbol",
                    "name",
                    "currency",
                    "quantity",
                    "markPrice",
                    "marketValue",
                    "costBasis",
                    "unrealizedPnl",
                    "fxRateToBase");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return snapshot.positions().stream().map(SnapshotAnswer::row).toList();
        }

        private static List<@Nullable Object> row(HeldPosition position) {
            return Arrays.<@Nullable Object>asList(
                    position.instrument().isin(),
                    position.instrument().symbol(),
                    position.instrument().name(),
                    position.currency(),
                    position.quantity(),
                    position.markPrice(),
                    position.marketValue(),
                    position.costBasis(),
                    position.unrealizedPnl(),
                    position.fxRateToBase());
        }
    }

    @GetTable
    @Operation(summary = "Every account that a file named, in the order of their names")
    AccountsPage accounts(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @ParameterObject Paging paging) {
        Moment at = Moment.of(asOf, knownAt, clock);
        List<Accounts.Summary> all = held.summaries(at.asOf(), at.knownAt());
        List<Accounts.Summary> items =
                all.stream().skip(paging.skipped()).limit(paging.size()).toList();
        return new AccountsPage(at.asOf(), at.knownAt(), items, paging.page(), paging.size(), all.size());
    }

    @GetTable("/{account}/snapshots")
    @Operation(summary = "One line a day and version")
    SnapshotsPage snapshots(
            @PathVariable AccountId account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @ParameterObject Paging paging) {
        Moment at = Moment.of(asOf, knownAt, clock);
        Page<Snapshots.Line> found =
                held.list(known.check(account), at.asOf(), at.knownAt(), PageRequest.of(paging.page(), paging.size()));
        return new SnapshotsPage(
                at.asOf(), at.knownAt(), found.getContent(), paging.page(), paging.size(), found.getTotalElements());
    }

    @GetTable("/{account}/snapshots/{asOf}")
    @Operation(summary = "The snapshot of a day: the version that was current, or a given one")
    SnapshotAnswer snapshot(
            @PathVariable AccountId account,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate asOf,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        Instant at = Moment.of(asOf, knownAt, clock).knownAt();
        known.check(account);
        Optional<AccountSnapshot> found = held.of(account, asOf, version, at);
        return new SnapshotAnswer(
                at,
                found.orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "UNKNOWN_SNAPSHOT",
                        "No such snapshot of " + account + " for " + asOf + " was known then")));
    }
}
