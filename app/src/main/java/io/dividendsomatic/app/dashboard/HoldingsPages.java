package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.web.Tabular;
import io.dividendsomatic.dividends.history.DividendOutlook;
import io.dividendsomatic.dividends.income.Yields;
import io.dividendsomatic.dividends.outlook.HeldIncome;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.reporting.consolidated.Positions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** What was held on a day. */
@Controller
class HoldingsPages {
    private final Positions holdings;
    private final DividendOutlook outlook;

    HoldingsPages(Positions holdings, DividendOutlook outlook) {
        this.holdings = holdings;
        this.outlook = outlook;
    }

    /** @param inPlace whether only the table of holdings is wanted, as while a person filters it */
    @GetMapping("/holdings")
    String holdings(
            @RequestHeader(name = "HX-Request", required = false) @Nullable String inPlace,
            Look look,
            Shown show,
            Model page) {
        Holdings held = holdings.holdings(look.holdings());
        page.addAttribute("currency", held.currency().code());
        page.addAttribute("totals", HoldingsTable.totals(held));
        page.addAttribute("unresolved", held.unresolved());
        page.addAttribute("sheet", new HoldingsTable(show, look).sheet(held));
        if (inPlace == null) {
            List<HeldIncome> income = outlook.held(look.ledger(), look.asOf()).answer();
            page.addAttribute("annual", HeldIncomeTable.sum(income, Yields::projectedAnnual));
            page.addAttribute("remaining", HeldIncomeTable.sum(income, Yields::remainingThisYear));
            List<HeldIncome> told = HeldIncomeTable.told(income);
            page.addAttribute("untold", income.size() - told.size());
            page.addAttribute("income", new HeldIncomeTable(show, look).sheet(told));
        }
        return "holdings";
    }

    /** What the holdings are expected to pay, those without a rate included. */
    @GetMapping({"/holdings/income.csv", "/holdings/income.xlsx"})
    ResponseEntity<Tabular> income(Look look, Shown show) {
        return new HeldIncomeTable(show, look)
                .sheet(outlook.held(look.ledger(), look.asOf()).answer())
                .file(look);
    }

    @GetMapping({"/holdings.csv", "/holdings.xlsx"})
    ResponseEntity<Tabular> csv(Look look, Shown show) {
        return new HoldingsTable(show, look)
                .sheet(holdings.holdings(look.holdings()))
                .file(look);
    }
}
