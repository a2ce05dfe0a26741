package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.reporting.consolidated.PortfolioReport;
import io.dividendsomatic.reporting.consolidated.PortfolioReports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reports over all brokers. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
class ReportsController {
    private final PortfolioReports portfolio;
    private final KnownAccounts accounts;
    private final Clock clock;

    ReportsController(PortfolioReports portfolio, KnownAccounts accounts, Clock clock) {
        this.portfolio = portfolio;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The report; as a table, its accounts. */
    record PortfolioAnswer(@JsonUnwrapped PortfolioReport report) implements Tabular {

        @Override
        public List<String> header() {
            return List.of(
                    "broker", "account", "asOf", "origin", "currency", "marketValue", "costBasis", "unrealizedPnl");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return report.brokers().stream()
                    .flatMap(broker -> broker.accounts().stream())
                    .map(account -> Arrays.<@Nullable Object>asList(
                            account.account().broker(),
                            account.account(),
                            account.asOf(),
                            account.origin(),
                            report.currency(),
                            account.marketValue(),
                            account.costBasis(),
                            account.unrealizedPnl()))
                    .toList();
        }
    }

    @GetTable("/portfolio")
    @Operation(summary = "Value, cost and unrealized result per broker, account and instrument, and in all")
    PortfolioAnswer portfolio(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(required = false) @Nullable CurrencyCode currency) {
        Moment at = Moment.of(asOf, knownAt, clock);
        HoldingsOn question = new HoldingsOn(at.asOf(), at.knownAt(), accounts.check(account), currency);
        return new PortfolioAnswer(portfolio.answer(question));
    }
}
