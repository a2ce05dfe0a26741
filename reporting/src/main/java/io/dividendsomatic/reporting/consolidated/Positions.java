package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.HoldingsView;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.portfolio.transactions.LedgerView;
import org.springframework.stereotype.Component;

/** Answers what was held, in positions and in money. */
@Component
public class Positions {
    private final HoldingsView holdings;
    private final LedgerView ledger;

    Positions(HoldingsView holdings, LedgerView ledger) {
        this.holdings = holdings;
        this.ledger = ledger;
    }

    public Standing on(HoldingsOn question) {
        LedgerOn ofLedger = new LedgerOn(question.asOf(), question.knownAt(), question.accounts(), question.currency());
        return new Standing(holdings.answer(question), ledger.cash(ofLedger, question.asOf()));
    }
}
