package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.reconciliation.Item;
import io.dividendsomatic.portfolio.ledger.reconciliation.Verdict;
import io.dividendsomatic.portfolio.transactions.PrintedAgainstOurs;
import io.dividendsomatic.portfolio.transactions.ReconciliationView;
import io.dividendsomatic.portfolio.transactions.settling.FileVerdicts;
import io.dividendsomatic.portfolio.transactions.settling.QuestionLine;
import io.dividendsomatic.portfolio.transactions.settling.ReconciliationQuery;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The brokers' own figures against ours, and what the files leave open. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
class ReconciliationController {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private final ReconciliationView view;
    private final KnownAccounts accounts;
    private final Clock clock;

    ReconciliationController(ReconciliationView view, KnownAccounts accounts, Clock clock) {
        this.view = view;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Which figures are asked for, as the parameters of a request. */
    record Asked(
            @Nullable List<AccountId> account,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @Nullable Integer year,
            @Nullable List<Item> item,
            @Nullable List<Verdict> verdict,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @Nullable Instant knownAt) {}

    @GetTable("/reconciliation")
    @Operation(summary = "Every figure that a file prints against ours: it matches, breaks, or one side says nothing")
    ComparedPage<PrintedAgainstOurs> reconciliation(
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable List<Item> item,
            @RequestParam(required = false) @Nullable List<Verdict> verdict,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @ParameterObject Paging paging) {
        Instant known = Moment.of(asOf, knownAt, clock).knownAt();
        ReconciliationQuery query = query(new Asked(account, from, to, year, item, verdict, asOf, knownAt));
        return ComparedPage.of(asOf, known, view.lines(query, known, paging.page(), paging.size()), paging, LINE);
    }

    @GetTable("/reconciliation/summary")
    @Operation(summary = "How many figures of each file match, break, or stand alone")
    ComparedPage<FileVerdicts> summary(
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable List<Item> item,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @ParameterObject Paging paging) {
        Instant known = Moment.of(asOf, knownAt, clock).knownAt();
        ReconciliationQuery query = query(new Asked(account, from, to, year, item, null, asOf, knownAt));
        return ComparedPage.of(asOf, known, view.files(query, known, paging.page(), paging.size()), paging, FILE);
    }

    @GetTable("/open-questions")
    @Operation(summary = "What the files leave open, with the rows that it is about")
    TimedPage<QuestionLine> questions(
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @ParameterObject Paging paging) {
        Instant known = Moment.of(asOf, knownAt, clock).knownAt();
        Slice<QuestionLine> found = view.questions(accounts.check(account), asOf, known, paging.page(), paging.size());
        return new TimedPage<>(asOf, known, found.items(), paging.page(), paging.size(), found.total(), QUESTION);
    }

    private ReconciliationQuery query(Asked asked) {
        Moment.check(asked.from(), asked.to());
        Integer year = asked.year();
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "year: it lies between 1 and 9999");
        }
        LocalDate first = year == null ? null : LocalDate.of(year, Month.JANUARY, 1);
        LocalDate last = year == null ? null : LocalDate.of(year, Month.DECEMBER, 31);
        return new ReconciliationQuery(
                accounts.check(asked.account()),
                later(asked.from(), first),
                earlier(asked.to(), last),
                asked.asOf(),
                chosen("item", asked.item()),
                chosen("verdict", asked.verdict()));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null ? other : other == null || one.isAfter(other) ? one : other;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null ? other : other == null || one.isBefore(other) ? one : other;
    }

    private static <T> Set<T> chosen(String parameter, @Nullable List<T> values) {
        if (values == null) {
            return Set.of();
        }
        if (values.isEmpty() || values.stream().anyMatch(Objects::isNull)) { // Spring's words for a blank
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", parameter + ": one of them is blank");
        }
        return Set.copyOf(values);
    }

    private static @Nullable Object from(@Nullable Period period) {
        return period == null ? null : period.from();
    }

    private static @Nullable Object to(@Nullable Period period) {
        return period == null ? null : period.to();
    }

    private static final Listing.Columns<PrintedAgainstOurs> LINE = new Listing.Columns<>(
            List.of(
                    "account",
                    "fileId",
                    "from",
                    "to",
                    "item",
                    "isin",
                    "symbol",
                    "name",
                    "currency",
                    "printed",
                    "ours",
                    "difference",
                    "verdict"),
            line -> Arrays.<@Nullable Object>asList(
                    line.account(),
                    line.fileId(),
                    from(line.period()),
                    to(line.period()),
                    line.item(),
                    line.isin(),
                    line.symbol(),
                    line.name(),
                    line.currency(),
                    line.printed(),
                    line.ours(),
                    line.difference(),
                    line.verdict()));

    private static final Listing.Columns<FileVerdicts> FILE = new Listing.Columns<>(
            List.of("account", "fileId", "from", "to", "matches", "breaks", "notStated"),
            file -> Arrays.<@Nullable Object>asList(
                    file.account(),
                    file.fileId(),
                    from(file.period()),
                    to(file.period()),
                    file.matches(),
                    file.breaks(),
                    file.notStated()));

    private static final Listing.Columns<QuestionLine> QUESTION = new Listing.Columns<>(
            List.of("account", "kind", "date", "isin", "symbol", "name", "quantity"),
            line -> Arrays.<@Nullable Object>asList(
                    line.account(),
                    line.kind(),
                    line.date(),
                    line.isin(),
                    line.symbol(),
                    line.name(),
                    line.quantity()));
}
