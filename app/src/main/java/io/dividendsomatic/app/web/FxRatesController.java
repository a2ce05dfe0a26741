package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.fx.FxBook;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.fx.ResolvedFx;
import io.dividendsomatic.portfolio.fx.Step;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** At which rates a fact of a day that has none of its own is converted. */
@RestController
@RequestMapping("/api/v1/fx-rates")
@Tag(name = "Exchange rates")
class FxRatesController {
    private final FxRates rates;
    private final KnownAccounts accounts;
    private final Clock clock;

    FxRatesController(FxRates rates, KnownAccounts accounts, Clock clock) {
        this.rates = rates;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * The rate from {@code currency} to {@code to} that would be used.
     *
     * @param step by whose word; absent when it is missing
     * @param sources the lines that state it
     */
    record Rate(
            CurrencyCode currency,
            CurrencyCode to,
            Fx fx,
            @Nullable Step step,
            List<SourceRef> sources) {

        static Rate of(CurrencyCode currency, CurrencyCode to, ResolvedFx found) {
            return new Rate(currency, to, found.fx(), found.step(), found.sources());
        }
    }

    /** One rate, and when it was asked for. */
    record RateAnswer(
            LocalDate asOf, Instant knownAt, @JsonUnwrapped Rate rate) {}

    /** A page of the rates of every currency that is known on the day. */
    record RatesPage(LocalDate asOf, Instant knownAt, CurrencyCode to, List<Rate> items, int page, int size, long total)
            implements Tabular {

        @Override
        public List<String> header() {
            return List.of("currency", "to", "fxStatus", "fxRate", "fxDate", "fxSource", "step");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return items.stream()
                    .map(rate -> Arrays.<@Nullable Object>asList(
                            rate.currency(),
                            rate.to(),
                            rate.fx().status(),
                            rate.fx().rate(),
                            rate.fx().date(),
                            rate.fx().source(),
                            rate.step()))
                    .toList();
        }
    }

    @GetMapping(params = "currency", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The rate that would be used, its date and its source; without currency, those of all currencies")
    RateAnswer rate(
            @RequestParam CurrencyCode currency,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @Nullable CurrencyCode to) {
        Moment at = Moment.of(day(date, asOf), knownAt, clock);
        List<AccountId> asked = accounts.check(account);
        CurrencyCode target = rates.reporting(to);
        FxBook book = rates.book(at.knownAt(), List.of(at.asOf()), List.of(currency, target));
        ResolvedFx found = book.resolve(asked, currency, target, at.asOf());
        return new RateAnswer(at.asOf(), at.knownAt(), Rate.of(currency, target, found));
    }

    @GetTable
    @Operation(summary = "The rates of every currency that is known on a day")
    RatesPage rates(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate date,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @Nullable CurrencyCode to,
            @ParameterObject Paging paging) {
        Moment at = Moment.of(day(date, asOf), knownAt, clock);
        List<AccountId> asked = accounts.check(account);
        CurrencyCode target = rates.reporting(to);
        SortedSet<CurrencyCode> known = new TreeSet<>(rates.currencies(at.asOf(), at.knownAt()));
        known.remove(target);
        List<CurrencyCode> shown =
                known.stream().skip(paging.skipped()).limit(paging.size()).toList();
        known.add(target);
        FxBook book = rates.book(at.knownAt(), List.of(at.asOf()), known);
        List<Rate> items = shown.stream()
                .map(currency -> Rate.of(currency, target, book.resolve(asked, currency, target, at.asOf())))
                .toList();
        return new RatesPage(at.asOf(), at.knownAt(), target, items, paging.page(), paging.size(), known.size() - 1L);
    }

    /** The day has two names: the one of rates, and the one of every question. */
    private static @Nullable LocalDate day(@Nullable LocalDate date, @Nullable LocalDate asOf) {
        if (date != null && asOf != null && !date.equals(asOf)) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "date and asOf name two days");
        }
        return date != null ? date : asOf;
    }
}
