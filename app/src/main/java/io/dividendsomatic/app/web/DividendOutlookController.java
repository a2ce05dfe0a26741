package io.dividendsomatic.app.web;

import io.dividendsomatic.dividends.history.DividendOutlook;
import io.dividendsomatic.dividends.history.DividendOutlook.In;
import io.dividendsomatic.dividends.outlook.CalendarEntry;
import io.dividendsomatic.dividends.outlook.Forecast;
import io.dividendsomatic.dividends.outlook.Position;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What follows from the payments as of a day: yields, the calendar, what is missing, and what looks wrong. */
@RestController
@RequestMapping("/api/v1/dividends")
@Tag(name = "Dividends")
class DividendOutlookController {
    private static final int MOST_MONTHS = 120;

    private final DividendOutlook outlook;
    private final KnownAccounts accounts;
    private final Clock clock;

    DividendOutlookController(DividendOutlook outlook, KnownAccounts accounts, Clock clock) {
        this.outlook = outlook;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/instruments/{isin}")
    @Operation(summary = "What an instrument pays: trailing twelve months, declared rate, yields, growth, cuts")
    InstrumentDividends instrument(
            @PathVariable Isin isin,
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable CurrencyCode currency) {
        Moment moment = Moment.of(asOf, knownAt, clock);
        In<Optional<Position>> found = outlook.instrument(question(moment, account, currency), moment.asOf(), isin);
        return found.answer()
                .map(position -> InstrumentDividends.of(moment, isin, found.currency(), position))
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "UNKNOWN_INSTRUMENT",
                        "No payment, accrual or holding is of the instrument " + isin));
    }

    @GetTable("/calendar")
    @Operation(
            summary = "Ex and pay dates of a period, the year to come by default: paid, declared, estimated",
            description =
                    "What is paid in several currencies stands there once in each. Estimates reach ten years ahead.")
    AsOfPage<CalendarItem> calendar(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @ParameterObject Paging paging) {
        Moment moment = Moment.of(asOf, knownAt, clock);
        Slice<CalendarItem> items = outlook.calendar(
                        question(moment, account, null),
                        moment.asOf(),
                        period(moment, from, to),
                        paging.page(),
                        paging.size())
                .map(CalendarItem::of);
        return new AsOfPage<>(
                moment.asOf(),
                moment.knownAt(),
                null,
                items.items(),
                paging.page(),
                paging.size(),
                items.total(),
                CalendarItem.COLUMNS);
    }

    @GetMapping(path = "/calendar", produces = CalendarText.TEXT_CALENDAR)
    @Operation(summary = "The same for a calendar program (RFC 5545)")
    byte[] calendarText(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        Moment moment = Moment.of(asOf, knownAt, clock);
        List<CalendarEntry> entries =
                outlook.calendar(question(moment, account, null), moment.asOf(), period(moment, from, to));
        return CalendarText.of(entries, moment.asOf()).getBytes(StandardCharsets.UTF_8);
    }

    private static Period period(Moment moment, @Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate first = from == null ? moment.asOf() : from;
        LocalDate last = to == null ? first.plusYears(1) : to;
        Moment.check(first, last);
        return new Period(first, last);
    }

    @GetTable("/forecast")
    @Operation(summary = "Income by month, paid, declared and estimated apart")
    ForecastAnswer forecast(
            @RequestParam(defaultValue = "12") int months,
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable CurrencyCode currency) {
        if (months < 1 || months > MOST_MONTHS) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "months: it lies between 1 and " + MOST_MONTHS);
        }
        Moment moment = Moment.of(asOf, knownAt, clock);
        In<List<Forecast>> forecast = outlook.forecast(question(moment, account, currency), moment.asOf(), months);
        return ForecastAnswer.of(moment, forecast.currency(), months, forecast.answer());
    }

    @GetTable("/missing")
    @Operation(summary = "Entitled but not received: late, short, or taxed otherwise than before")
    MissingPage missing(
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @ParameterObject Paging paging) {
        Moment moment = Moment.of(asOf, knownAt, clock);
        return MissingPage.of(moment, outlook.missing(question(moment, account, null), moment.asOf()), paging);
    }

    @GetTable("/checks")
    @Operation(summary = "Payments that look wrong, with their rows")
    ChecksPage checks(
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable CurrencyCode currency,
            @ParameterObject Paging paging) {
        Moment moment = Moment.of(asOf, knownAt, clock);
        return ChecksPage.of(moment, outlook.checks(question(moment, account, currency), moment.asOf()), paging);
    }

    private LedgerOn question(Moment moment, @Nullable List<AccountId> account, @Nullable CurrencyCode currency) {
        return new LedgerOn(moment.asOf(), moment.knownAt(), accounts.check(account), currency);
    }
}
