package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.reporting.allocation.AllocationReport;
import io.dividendsomatic.reporting.allocation.Allocations;
import io.dividendsomatic.reporting.allocation.By;
import io.dividendsomatic.reporting.consolidated.PortfolioReport;
import io.dividendsomatic.reporting.consolidated.PortfolioReport.OfAccount;
import io.dividendsomatic.reporting.consolidated.PortfolioReports;
import io.dividendsomatic.reporting.consolidated.Summary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reports over all brokers. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
class ReportsController {
    private final PortfolioReports portfolio;
    private final Allocations allocations;

    ReportsController(PortfolioReports portfolio, Allocations allocations) {
        this.portfolio = portfolio;
        this.allocations = allocations;
    }

    /** The report; as a table, its accounts. */
    record PortfolioAnswer(@JsonUnwrapped PortfolioReport report) implements ReportTable {

        @Override
        public List<String> header() {
            return List.of(
                    "broker",
                    "account",
                    "asOf",
                    "origin",
                    "currency",
                    "marketValue",
                    "costBasis",
                    "unrealizedPnl",
                    "realizedPnl",
                    "dividends",
                    "withholdingTax",
                    "interest",
                    "interestPaid",
                    "fees",
                    "costs",
                    "cash",
                    "marginLoan",
                    "netValue",
                    "deposits",
                    "withdrawals",
                    "transfers",
                    "firstSeen",
                    "netInvested",
                    "totalReturn",
                    "quality");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return report.brokers().stream()
                    .flatMap(broker -> broker.accounts().stream())
                    .map(account -> row(account, account.summary()))
                    .toList();
        }

        private List<@Nullable Object> row(OfAccount account, Summary summary) {
            return Arrays.<@Nullable Object>asList(
                    account.account().broker(),
                    account.account(),
                    account.asOf(),
                    account.origin(),
                    report.currency(),
                    summary.marketValue(),
                    summary.costBasis(),
                    summary.unrealizedPnl(),
                    summary.realizedPnl(),
                    summary.dividends(),
                    summary.withholdingTax(),
                    summary.interest(),
                    summary.interestPaid(),
                    summary.fees(),
                    summary.costs(),
                    summary.cash(),
                    summary.marginLoan(),
                    summary.netValue(),
                    summary.deposits(),
                    summary.withdrawals(),
                    summary.transfers(),
                    summary.firstSeen(),
                    summary.netInvested(),
                    summary.totalReturn(),
                    summary.quality());
        }
    }

    @GetTable("/portfolio")
    @Operation(summary = "Value, cost, results, income, costs, cash and net value per broker and account, and in all")
    PortfolioAnswer portfolio(@ParameterObject Asked asked) {
        return new PortfolioAnswer(portfolio.answer(asked.state()));
    }

    /** An allocation; as a table, its groups. */
    record AllocationAnswer(@JsonUnwrapped AllocationReport report) implements ReportTable {

        @Override
        public List<String> header() {
            return List.of(
                    report.by().equals("currency") ? "group" : report.by(),
                    "label",
                    "currency",
                    "value",
                    "weight",
                    "exposure",
                    "quality");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return report.allocation().groups().stream()
                    .map(group -> Arrays.<@Nullable Object>asList(
                            group.key(),
                            group.label(),
                            report.currency(),
                            group.value(),
                            group.weight(),
                            group.exposure(),
                            group.quality()))
                    .toList();
        }
    }

    @GetTable("/allocation")
    @Operation(
            summary = "How what is held divides, with weights, top 1, top 3 and the Herfindahl-Hirschman index",
            description = "Weights are shares of the value of all positions, short ones negative, and sum up to 1."
                    + " With cash=true cash and loans (negative) are groups, too, and the whole is the net value."
                    + " top1, top3 and hhi measure exposure, the share of absolute values.")
    AllocationAnswer allocation(
            @RequestParam(defaultValue = "currency") String by,
            @RequestParam(defaultValue = "false") boolean cash,
            @ParameterObject Asked asked) {
        By grouping = Arrays.stream(By.values())
                .filter(each -> each.code().equals(by))
                .findFirst()
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.BAD_REQUEST,
                        "BAD_PARAMETER",
                        "by: one of currency, broker, account, country, sector, assetClass, instrument"));
        return new AllocationAnswer(allocations.answer(asked.state(), grouping, cash));
    }
}
