package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.web.CsvConverter;
import io.dividendsomatic.app.web.Tabular;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.holdings.HoldingsView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What was held on a day. */
@Controller
class HoldingsPages {
    private final HoldingsView holdings;

    HoldingsPages(HoldingsView holdings) {
        this.holdings = holdings;
    }

    @GetMapping("/holdings")
    String holdings(Look look, Shown show, Model page) {
        Holdings held = holdings.answer(look.holdings());
        page.addAttribute("currency", held.currency().code());
        page.addAttribute("totals", held.totals());
        page.addAttribute("unresolved", held.unresolved());
        page.addAttribute("sheet", new HoldingsTable(show, look).sheet(held));
        return "holdings";
    }

    @GetMapping(path = "/holdings.csv", produces = CsvConverter.TEXT_CSV)
    @ResponseBody
    Tabular csv(Look look, Shown show) {
        return new HoldingsTable(show, look).sheet(holdings.answer(look.holdings()));
    }
}
