package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.web.ApiProblem;
import io.dividendsomatic.app.web.Tabular;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.transactions.Gain;
import io.dividendsomatic.portfolio.transactions.LedgerView;
import io.dividendsomatic.reporting.cashflow.CashFlowReports;
import io.dividendsomatic.reporting.cashflow.CostReport;
import io.dividendsomatic.reporting.exposure.ExposureReport;
import io.dividendsomatic.reporting.exposure.Exposures;
import io.dividendsomatic.reporting.gains.GainReport;
import io.dividendsomatic.reporting.gains.GainReports;
import io.dividendsomatic.reporting.gains.WhatIfReport;
import io.dividendsomatic.reporting.margin.MarginReport;
import io.dividendsomatic.reporting.margin.Margins;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What came of sales, what it all cost, in which currencies it stands, and what is owed. */
@Controller
class ResultsPages {
    private final GainReports gains;
    private final LedgerView ledger;
    private final CashFlowReports cashFlow;
    private final Exposures exposures;
    private final Margins margins;
    private final BenchmarkFigures benchmarks;

    ResultsPages(
            GainReports gains,
            LedgerView ledger,
            CashFlowReports cashFlow,
            Exposures exposures,
            Margins margins,
            BenchmarkFigures benchmarks) {
        this.gains = gains;
        this.ledger = ledger;
        this.cashFlow = cashFlow;
        this.exposures = exposures;
        this.margins = margins;
        this.benchmarks = benchmarks;
    }

    /** @param year of the sales; all when absent */
    @GetMapping("/results")
    String results(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String benchmark,
            Look look,
            Shown show,
            Model page) {
        GainReport realized = realized(look, year);
        page.addAttribute("year", year);
        page.addAttribute("realized", realized);
        page.addAttribute("currency", realized.currency().code());
        GainTables ofGains = new GainTables(show, look);
        page.addAttribute("byYear", ofGains.years(realized));
        page.addAttribute("winners", ofGains.named("winners", realized.winners()));
        page.addAttribute("losers", ofGains.named("losers", realized.losers()));
        page.addAttribute("sales", ofGains.sales(sales(look, year)));
        WhatIfReport whatIf = gains.whatIf(look.holdings());
        page.addAttribute("whatIf", whatIf);
        page.addAttribute("kept", ofGains.kept(whatIf, GainTables.SHOWN));
        CostTables ofCosts = new CostTables(show, look);
        CostReport costs = costs(look);
        page.addAttribute("costs", costs);
        page.addAttribute("costYears", ofCosts.years(costs));
        page.addAttribute("costMonths", ofCosts.months(costs));
        DebtTables ofDebts = new DebtTables(show, look);
        ExposureReport exposure = exposures.answer(look.holdings());
        page.addAttribute("exposure", exposure);
        page.addAttribute("byCurrency", ofDebts.currencies(exposure));
        MarginReport margin = margin(look);
        page.addAttribute("margin", margin);
        page.addAttribute("loans", ofDebts.loans(margin));
        page.addAttribute("interest", ofDebts.interest(margin));
        benchmarks.add(benchmark, look, page);
        return "results";
    }

    @GetMapping({"/results.csv", "/results.xlsx"})
    ResponseEntity<Tabular> sales(@RequestParam(required = false) @Nullable Integer year, Look look, Shown show) {
        return new GainTables(show, look).sales(sales(look, checked(year))).file(look);
    }

    /** One of the other tables. */
    @GetMapping({"/results/{table}.csv", "/results/{table}.xlsx"})
    ResponseEntity<Tabular> table(
            @PathVariable String table, @RequestParam(required = false) @Nullable Integer year, Look look, Shown show) {
        GainTables ofGains = new GainTables(show, look);
        CostTables ofCosts = new CostTables(show, look);
        DebtTables ofDebts = new DebtTables(show, look);
        Sheet sheet = switch (table) {
            case "years" -> ofGains.years(realized(look, year));
            case "winners" -> ofGains.named(table, realized(look, year).winners());
            case "losers" -> ofGains.named(table, realized(look, year).losers());
            case "what-if" -> ofGains.kept(gains.whatIf(look.holdings()), Integer.MAX_VALUE);
            case "cost-years" -> ofCosts.years(costs(look));
            case "cost-months" -> ofCosts.months(costs(look));
            case "currencies" -> ofDebts.currencies(exposures.answer(look.holdings()));
            case "loans" -> ofDebts.loans(margin(look));
            case "interest" -> ofDebts.interest(margin(look));
            default -> throw new ApiProblem(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is no table of that name.");
        };
        return sheet.file(look);
    }

    private GainReport realized(Look look, @Nullable Integer year) {
        return gains.gains(look.ledger(), checked(year), Method.FIFO);
    }

    private CostReport costs(Look look) {
        return cashFlow.costs(look.ledger(), look.asOf().getYear());
    }

    private MarginReport margin(Look look) {
        return margins.answer(look.holdings(), look.asOf().getYear());
    }

    private Sheet.Pages<Gain> sales(Look look, @Nullable Integer year) {
        return (page, size) -> ledger.gains(look.ledger(), year, null, Method.FIFO, page, size);
    }

    private static @Nullable Integer checked(@Nullable Integer year) {
        if (year != null && (year < 1 || year > 9999)) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "year: from 1 to 9999");
        }
        return year;
    }
}
