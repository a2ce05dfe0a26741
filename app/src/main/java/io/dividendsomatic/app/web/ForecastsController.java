package io.dividendsomatic.app.web;

import io.dividendsomatic.app.admin.ReadModels;
import io.dividendsomatic.dividends.forecasts.Grade;
import io.dividendsomatic.dividends.forecasts.HorizonError;
import io.dividendsomatic.dividends.history.ForecastJournal;
import io.dividendsomatic.dividends.history.ForecastJournal.Made;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Forecasts that are kept when they are made, and what came of them. */
@RestController
@RequestMapping("/api/v1/dividends/forecast")
@Tag(name = "Dividends")
class ForecastsController {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ForecastJournal forecasts;
    private final KnownAccounts accounts;
    private final Clock clock;
    private final ReadModels readModels;

    ForecastsController(ForecastJournal forecasts, KnownAccounts accounts, Clock clock, ReadModels readModels) {
        this.readModels = readModels;
        this.forecasts = forecasts;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What was made, by account. */
    record MadeToday(LocalDate madeOn, List<Made> items) {}

    @PostMapping
    @Operation(summary = "Makes today's forecast of each account and keeps it; one that stands stays as it is")
    MadeToday make(@RequestParam(required = false) @Nullable List<AccountId> account) throws InterruptedException {
        Moment today = Moment.of(null, null, clock);
        List<AccountId> asked = accounts.check(account);
        List<Made> made = forecasts.make(asked, today.asOf(), today.knownAt());
        readModels.awaitStored(PATIENCE);
        return new MadeToday(today.asOf(), made);
    }

    @GetTable("/kept")
    @Operation(summary = "The lines of the forecasts that were made, as they were said")
    AsOfPage<KeptLine> kept(
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @ParameterObject Paging paging) {
        Moment moment = Moment.of(asOf, knownAt, clock);
        List<KeptLine> lines = forecasts.made(question(moment, account), moment.asOf()).stream()
                .flatMap(KeptLine::of)
                .toList();
        return AsOfPage.of(moment, null, lines, paging.page(), paging.size(), KeptLine.COLUMNS);
    }

    @GetTable("/grades")
    @Operation(summary = "How far off the forecasts were, by the months that they looked ahead, and by currency")
    AsOfPage<GradeLine> grades(
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @ParameterObject Paging paging) {
        Moment moment = Moment.of(asOf, knownAt, clock);
        List<GradeLine> lines = HorizonError.of(graded(moment, account)).stream()
                .map(GradeLine::of)
                .toList();
        return AsOfPage.of(moment, null, lines, paging.page(), paging.size(), GradeLine.COLUMNS);
    }

    @GetTable("/grades/payments")
    @Operation(summary = "Each expected payment of each forecast beside what came of it, with the rows")
    AsOfPage<GradeItem> gradedPayments(
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @ParameterObject Paging paging) {
        Moment moment = Moment.of(asOf, knownAt, clock);
        List<GradeItem> items =
                graded(moment, account).stream().map(GradeItem::of).toList();
        return AsOfPage.of(moment, null, items, paging.page(), paging.size(), GradeItem.COLUMNS);
    }

    private List<Grade> graded(Moment moment, @Nullable List<AccountId> account) {
        return forecasts.grades(question(moment, account), moment.asOf());
    }

    private LedgerOn question(Moment moment, @Nullable List<AccountId> account) {
        return new LedgerOn(moment.asOf(), moment.knownAt(), accounts.check(account), null);
    }
}
