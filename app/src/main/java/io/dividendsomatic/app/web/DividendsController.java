package io.dividendsomatic.app.web;

import io.dividendsomatic.dividends.history.Dividend;
import io.dividendsomatic.dividends.history.DividendHistory;
import io.dividendsomatic.dividends.history.settling.Grouping;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was paid, and what it sums up to. */
@RestController
@RequestMapping("/api/v1/dividends")
@Tag(name = "Dividends")
class DividendsController {
    private final DividendHistory dividends;
    private final KnownAccounts accounts;
    private final Clock clock;

    DividendsController(DividendHistory dividends, KnownAccounts accounts, Clock clock) {
        this.dividends = dividends;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetTable
    @Operation(summary = "Payments by pay date, each with its tax; tax that no payment claims stands by itself")
    DividendsPage payments(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Isin isin,
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable CurrencyCode currency,
            @ParameterObject Paging paging) {
        Moment.check(from, to);
        LedgerOn question = question(asOf, knownAt, account, currency);
        Slice<Dividend> found = dividends.payments(question, from, to, isin, paging.page(), paging.size());
        return DividendsPage.of(asOf, question.knownAt(), found.items(), paging.page(), paging.size(), found.total());
    }

    @GetTable("/summary")
    @Operation(summary = "Gross, tax and net by year, month, instrument, account, currency or country")
    DividendSummaryPage summary(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "year") String groupBy,
            @RequestParam(required = false) @Nullable Isin isin,
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable CurrencyCode currency,
            @ParameterObject Paging paging) {
        Moment.check(from, to);
        Grouping grouping = grouping(groupBy);
        LedgerOn question = question(asOf, knownAt, account, currency);
        return DividendSummaryPage.of(
                asOf,
                question.knownAt(),
                grouping,
                dividends.summary(question, from, to, isin, grouping),
                paging.page(),
                paging.size());
    }

    private static Grouping grouping(String name) {
        return Arrays.stream(Grouping.values())
                .filter(grouping -> grouping.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.BAD_REQUEST,
                        "BAD_PARAMETER",
                        "groupBy: one of year, month, instrument, account, currency, country"));
    }

    private LedgerOn question(
            @Nullable LocalDate asOf,
            @Nullable Instant knownAt,
            @Nullable List<AccountId> account,
            @Nullable CurrencyCode currency) {
        return new LedgerOn(asOf, Moment.of(asOf, knownAt, clock).knownAt(), accounts.check(account), currency);
    }
}
