package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.web.Tabular;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.reporting.consolidated.Positions;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What was held on a day. */
@Controller
class HoldingsPages {
    private final Positions holdings;

    HoldingsPages(Positions holdings) {
        this.holdings = holdings;
    }

    @GetMapping("/holdings")
    String holdings(Look look, Shown show, Model page) {
        Holdings held = holdings.holdings(look.holdings());
        page.addAttribute("currency", held.currency().code());
        page.addAttribute("totals", held.totals());
        page.addAttribute("unresolved", held.unresolved());
        page.addAttribute("sheet", new HoldingsTable(show, look).sheet(held));
        return "holdings";
    }

    @GetMapping({"/holdings.csv", "/holdings.xlsx"})
    ResponseEntity<Tabular> csv(Look look, Shown show) {
        return new HoldingsTable(show, look)
                .sheet(holdings.holdings(look.holdings()))
                .file(look);
    }
}
