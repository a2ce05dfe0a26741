package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.reporting.cashflow.CashFlowReports;
import io.dividendsomatic.reporting.cashflow.CostReport;
import io.dividendsomatic.reporting.cashflow.IncomeReport;
import io.dividendsomatic.reporting.cashflow.WaterfallReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came in and what it cost, by month. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
class CashFlowController {
    private final CashFlowReports reports;

    CashFlowController(CashFlowReports reports) {
        this.reports = reports;
    }

    /** As a table, the months. */
    record IncomeAnswer(@JsonUnwrapped IncomeReport report) implements ReportTable {

        @Override
        public List<String> header() {
            return List.of(
                    "month",
                    "currency",
                    "dividends",
                    "paymentsInLieu",
                    "withholdingTax",
                    "interest",
                    "gross",
                    "net",
                    "cumulativeNet",
                    "payments",
                    "quality");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return report.months().stream()
                    .map(line -> Arrays.<@Nullable Object>asList(
                            line.month(),
                            report.currency(),
                            line.income().dividends(),
                            line.income().paymentsInLieu(),
                            line.income().withholdingTax(),
                            line.income().interest(),
                            line.income().gross(),
                            line.income().net(),
                            line.cumulativeNet(),
                            line.income().payments(),
                            line.income().quality()))
                    .toList();
        }
    }

    /** As a table, the months. */
    record CostAnswer(@JsonUnwrapped CostReport report) implements ReportTable {

        @Override
        public List<String> header() {
            return List.of(
                    "month",
                    "currency",
                    "interest",
                    "fees",
                    "commissions",
                    "conversionFees",
                    "transactionTaxes",
                    "total",
                    "quality");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return report.months().stream()
                    .map(line -> Arrays.<@Nullable Object>asList(
                            line.month(),
                            report.currency(),
                            line.costs().interest(),
                            line.costs().fees(),
                            line.costs().commissions(),
                            line.costs().conversionFees(),
                            line.costs().transactionTaxes(),
                            line.costs().total(),
                            line.costs().quality()))
                    .toList();
        }
    }

    @GetTable("/income")
    @Operation(summary = "Dividends, payments in lieu, tax and interest of a year by month, and every year's totals")
    IncomeAnswer income(@RequestParam(required = false) @Nullable Integer year, @ParameterObject Asked asked) {
        return new IncomeAnswer(reports.income(asked.period(), asked.year(year), asked.day()));
    }

    @GetTable("/costs")
    @Operation(summary = "Interest paid, fees, commissions and taxes on trades of a year by month and type")
    CostAnswer costs(@RequestParam(required = false) @Nullable Integer year, @ParameterObject Asked asked) {
        return new CostAnswer(reports.costs(asked.period(), asked.year(year)));
    }

    /** As a table, the months. */
    record WaterfallAnswer(@JsonUnwrapped WaterfallReport report) implements ReportTable {

        @Override
        public List<String> header() {
            return List.of(
                    "from",
                    "to",
                    "currency",
                    "opening",
                    "deposits",
                    "withdrawals",
                    "transfers",
                    "firstSeen",
                    "dividends",
                    "interest",
                    "costs",
                    "realized",
                    "changeInUnrealized",
                    "other",
                    "closing",
                    "quality");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return report.months().stream()
                    .map(step -> Arrays.<@Nullable Object>asList(
                            step.from(),
                            step.to(),
                            report.currency(),
                            step.opening(),
                            step.deposits(),
                            step.withdrawals(),
                            step.transfers(),
                            step.firstSeen(),
                            step.dividends(),
                            step.interest(),
                            step.costs(),
                            step.realized(),
                            step.changeInUnrealized(),
                            step.other(),
                            step.closing(),
                            step.quality()))
                    .toList();
        }
    }

    @GetTable("/waterfall")
    @Operation(summary = "How the net value of each month of a year came from that of the month before")
    WaterfallAnswer waterfall(@RequestParam(required = false) @Nullable Integer year, @ParameterObject Asked asked) {
        int of = asked.year(year);
        LocalDate last = asked.asOf() != null ? asked.asOf() : LocalDate.of(of, Month.DECEMBER, 31);
        return new WaterfallAnswer(reports.waterfall(asked.stateOn(last), of));
    }
}
