package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.reporting.gains.GainReport;
import io.dividendsomatic.reporting.gains.GainReports;
import io.dividendsomatic.reporting.gains.WhatIfReport;
import io.dividendsomatic.reporting.instrument.InstrumentReport;
import io.dividendsomatic.reporting.instrument.InstrumentReports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What sales realized, and what a single instrument brought. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
class GainReportsController {
    private final GainReports gains;
    private final InstrumentReports instruments;

    GainReportsController(GainReports gains, InstrumentReports instruments) {
        this.gains = gains;
        this.instruments = instruments;
    }

    /** As a table, the instruments. */
    record GainsAnswer(@JsonUnwrapped GainReport report) implements ReportTable {

        @Override
        public List<String> header() {
            return List.of(
                    "isin",
                    "symbol",
                    "name",
                    "lastSale",
                    "currency",
                    "sales",
                    "won",
                    "lost",
                    "gains",
                    "losses",
                    "net",
                    "unknown",
                    "quality");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return report.instruments().stream()
                    .map(each -> Arrays.<@Nullable Object>asList(
                            each.isin(),
                            each.symbol(),
                            each.name(),
                            each.lastSale(),
                            report.currency(),
                            each.line().sales(),
                            each.line().won(),
                            each.line().lost(),
                            each.line().gains(),
                            each.line().losses(),
                            each.line().net(),
                            each.line().unknown(),
                            each.line().quality()))
                    .toList();
        }
    }

    @GetTable("/gains")
    @Operation(
            summary = "Realized gains by year and instrument, with the ten best and worst",
            description = "year: of totals and instruments; all years when left out.")
    GainsAnswer gains(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "FIFO") Method method,
            @ParameterObject Asked asked) {
        return new GainsAnswer(gains.gains(asked.period(), year == null ? null : asked.year(year), method));
    }

    /** As a table, the instruments. */
    record WhatIfAnswer(@JsonUnwrapped WhatIfReport report) implements ReportTable {

        @Override
        public List<String> header() {
            return List.of(
                    "isin",
                    "symbol",
                    "name",
                    "nativeCurrency",
                    "quantity",
                    "price",
                    "pricedOn",
                    "priceSource",
                    "currency",
                    "proceeds",
                    "hypothetical",
                    "advantage",
                    "quality");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return report.items().stream()
                    .map(each -> Arrays.<@Nullable Object>asList(
                            each.isin(),
                            each.symbol(),
                            each.name(),
                            each.nativeCurrency(),
                            each.quantity(),
                            each.price(),
                            each.pricedOn(),
                            each.priceSource(),
                            report.currency(),
                            each.proceeds(),
                            each.hypothetical(),
                            each.advantage(),
                            each.quality()))
                    .toList();
        }
    }

    @GetTable("/what-if")
    @Operation(
            summary = "What the units that were sold would be worth, against what the sales brought",
            description = "Units count as they were sold: a later split is not applied, and dividends that would have"
                    + " come are not part of it.")
    WhatIfAnswer whatIf(@ParameterObject Asked asked) {
        return new WhatIfAnswer(gains.whatIf(asked.state()));
    }

    /** As a table, what each account holds. */
    record InstrumentAnswer(@JsonUnwrapped InstrumentReport report) implements ReportTable {

        @Override
        public List<String> header() {
            return List.of(
                    "isin",
                    "account",
                    "nativeCurrency",
                    "quantity",
                    "asOf",
                    "origin",
                    "marketValue",
                    "costBasis",
                    "unrealizedPnl",
                    "breakEven",
                    "pnlPerUnit",
                    "currency",
                    "marketValueInReportingCurrency",
                    "quality");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return report.positions().stream()
                    .map(each -> Arrays.<@Nullable Object>asList(
                            report.isin(),
                            each.account(),
                            each.nativeCurrency(),
                            each.quantity(),
                            each.asOf(),
                            each.origin(),
                            each.marketValue(),
                            each.costBasis(),
                            each.unrealizedPnl(),
                            each.breakEven(),
                            each.pnlPerUnit(),
                            report.currency(),
                            each.marketValueInReportingCurrency(),
                            each.quality()))
                    .toList();
        }
    }

    @GetTable("/instruments/{isin}")
    @Operation(
            summary =
                    "One instrument over all brokers: what is held, what it brought, since when it is owned, and in how"
                            + " many years it pays itself back")
    InstrumentAnswer instrument(@PathVariable Isin isin, @ParameterObject Asked asked) {
        return new InstrumentAnswer(instruments
                .answer(asked.state(), isin)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "UNKNOWN_INSTRUMENT", "No file tells of holding or trading " + isin)));
    }
}
