package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.HoldingsView;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.transactions.ReconciliationView;
import io.dividendsomatic.portfolio.transactions.settling.QuestionLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was held. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Holdings")
class HoldingsController {
    private final HoldingsView holdings;
    private final ReconciliationView reconciliation;
    private final KnownAccounts accounts;
    private final Clock clock;

    HoldingsController(HoldingsView holdings, ReconciliationView reconciliation, KnownAccounts accounts, Clock clock) {
        this.holdings = holdings;
        this.reconciliation = reconciliation;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetTable("/holdings")
    @Operation(summary = "One item an instrument and native currency over all accounts asked for")
    HoldingsPage holdings(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @Nullable CurrencyCode currency,
            @ParameterObject Paging paging) {
        Moment at = Moment.of(asOf, knownAt, clock);
        List<AccountId> asked = accounts.check(account);
        Holdings found = holdings.answer(new HoldingsOn(at.asOf(), at.knownAt(), asked, currency));
        List<QuestionLine> open = reconciliation
                .questions(asked, at.asOf(), at.knownAt(), 0, Paging.WHOLE)
                .items();
        return HoldingsPage.of(found, open, paging);
    }
}
