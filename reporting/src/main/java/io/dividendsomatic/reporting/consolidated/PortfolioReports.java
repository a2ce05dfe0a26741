package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.HoldingsView;
import org.springframework.stereotype.Component;

/** Answers what everything is worth. */
@Component
public class PortfolioReports {
    private final HoldingsView holdings;

    PortfolioReports(HoldingsView holdings) {
        this.holdings = holdings;
    }

    public PortfolioReport answer(HoldingsOn question) {
        return Consolidation.of(holdings.answer(question));
    }
}
