package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.transactions.Gain;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.portfolio.transactions.LedgerView;
import io.dividendsomatic.portfolio.transactions.Transaction;
import io.dividendsomatic.portfolio.transactions.TransactionFilter;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
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

/** What was booked, and what it comes to: transactions, cash, realized gains. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Ledger")
class LedgerController {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private final LedgerView ledger;
    private final KnownAccounts accounts;
    private final Clock clock;

    LedgerController(LedgerView ledger, KnownAccounts accounts, Clock clock) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetTable("/transactions")
    @Operation(summary = "The ledger by day: one item a fact, however many files tell it")
    TransactionsPage transactions(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable List<BookingKind> kind,
            @RequestParam(required = false) @Nullable Isin isin,
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable CurrencyCode currency,
            @ParameterObject Paging paging) {
        Moment.check(from, to);
        LedgerOn question = question(asOf, knownAt, account, currency);
        TransactionFilter filter = new TransactionFilter(from, to, chosen(kind), isin);
        Slice<Transaction> found = ledger.transactions(question, filter, paging.page(), paging.size());
        return new TransactionsPage(
                asOf, question.knownAt(), found.items(), paging.page(), paging.size(), found.total());
    }

    @GetTable("/cash")
    @Operation(summary = "The balance of each account and currency, with what the broker printed beside it")
    CashPage cash(
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable CurrencyCode currency,
            @ParameterObject Paging paging) {
        LocalDate day = Moment.of(asOf, knownAt, clock).asOf();
        LedgerOn question = question(day, knownAt, account, currency);
        return CashPage.of(day, question.knownAt(), ledger.cash(question, day), paging.page(), paging.size());
    }

    @GetTable("/realized-gains")
    @Operation(summary = "What each sale realized, with the lots that it used")
    GainsPage gains(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "FIFO") Method method,
            @RequestParam(required = false) @Nullable Isin isin,
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable CurrencyCode currency,
            @ParameterObject Paging paging) {
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "year: it lies between 1 and 9999");
        }
        LedgerOn question = question(asOf, knownAt, account, currency);
        Slice<Gain> found = ledger.gains(question, year, isin, method, paging.page(), paging.size());
        return new GainsPage(
                asOf, question.knownAt(), method, found.items(), paging.page(), paging.size(), found.total());
    }

    private LedgerOn question(
            @Nullable LocalDate asOf,
            @Nullable Instant knownAt,
            @Nullable List<AccountId> account,
            @Nullable CurrencyCode currency) {
        return new LedgerOn(asOf, Moment.of(asOf, knownAt, clock).knownAt(), accounts.check(account), currency);
    }

    private static Set<BookingKind> chosen(@Nullable List<BookingKind> kinds) {
        if (kinds == null) {
            return Set.of();
        }
        if (kinds.isEmpty() || kinds.stream().anyMatch(Objects::isNull)) { // Spring's words for a blank
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "kind: one of them is blank");
        }
        return EnumSet.copyOf(kinds);
    }
}
