package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.reporting.exposure.ExposureReport;
import io.dividendsomatic.reporting.exposure.Exposures;
import io.dividendsomatic.reporting.margin.MarginReport;
import io.dividendsomatic.reporting.margin.Margins;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** In which currencies everything stands, and what is owed to brokers. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
class ExposureController {
    private final Exposures exposures;
    private final Margins margins;

    ExposureController(Exposures exposures, Margins margins) {
        this.exposures = exposures;
        this.margins = margins;
    }

    /** As a table, the currencies. */
    record ExposureAnswer(@JsonUnwrapped ExposureReport report) implements ReportTable {

        @Override
        public List<String> header() {
            return List.of(
                    "nativeCurrency",
                    "holdings",
                    "positions",
                    "cash",
                    "rate",
                    "currency",
                    "positionsInReportingCurrency",
                    "cashInReportingCurrency",
                    "inReportingCurrency",
                    "share",
                    "quality");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return report.currencies().stream()
                    .map(each -> Arrays.<@Nullable Object>asList(
                            each.nativeCurrency(),
                            each.holdings(),
                            each.positions(),
                            each.cash(),
                            each.rate(),
                            report.currency(),
                            each.positionsInReportingCurrency(),
                            each.cashInReportingCurrency(),
                            each.inReportingCurrency(),
                            each.share(),
                            each.quality()))
                    .toList();
        }
    }

    @GetTable("/fx-exposure")
    @Operation(summary = "Positions and cash by native currency, with the rate used and the share of the net value")
    ExposureAnswer exposure(@ParameterObject Asked asked) {
        return new ExposureAnswer(exposures.answer(asked.state()));
    }

    /** As a table, the accounts. */
    record MarginAnswer(@JsonUnwrapped MarginReport report) implements ReportTable {

        @Override
        public List<String> header() {
            return List.of(
                    "account",
                    "currency",
                    "marketValue",
                    "cash",
                    "loan",
                    "netValue",
                    "loanToValue",
                    "leverage",
                    "quality");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return report.accounts().stream()
                    .map(each -> Arrays.<@Nullable Object>asList(
                            each.account(),
                            report.currency(),
                            each.standing().marketValue(),
                            each.standing().cash(),
                            each.standing().loan(),
                            each.standing().netValue(),
                            each.standing().loanToValue(),
                            each.standing().leverage(),
                            each.quality()))
                    .toList();
        }
    }

    @GetTable("/margin")
    @Operation(
            summary = "Loans, what they cost and are expected to cost, loan to value, leverage, and the payback",
            description =
                    "year: of the interest by month. What is expected follows from benchmarks and spreads that the"
                            + " configuration names (dividendsomatic.margin).")
    MarginAnswer margin(@RequestParam(required = false) @Nullable Integer year, @ParameterObject Asked asked) {
        return new MarginAnswer(margins.answer(asked.state(), asked.year(year)));
    }
}
