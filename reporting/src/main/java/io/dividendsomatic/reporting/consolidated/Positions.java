package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.HoldingsView;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.portfolio.transactions.LedgerView;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Answers what was held, in positions and in money. */
@Component
public class Positions {
    private final HoldingsView holdings;
    private final LedgerView ledger;
    private final Courses courses;

    Positions(HoldingsView holdings, LedgerView ledger, Courses courses) {
        this.holdings = holdings;
        this.courses = courses;
        this.ledger = ledger;
    }

    public Standing on(HoldingsOn question) {
        LedgerOn ofLedger = new LedgerOn(question.asOf(), question.knownAt(), question.accounts(), question.currency());
        return new Standing(holdings(question), ledger.cash(ofLedger, question.asOf()));
    }

    /**
     * What brokers state; where they state no value of a day between their reports, as {@link PositionValue} says. That is
     * asked anew each time: while somebody gathers a course, it rests on the one from before.
     */
    public Holdings holdings(HoldingsOn question) {
        Holdings stated = holdings.answer(question);
        Map<AccountId, LocalDate> derived = new TreeMap<>();
        stated.items().stream()
                .flatMap(holding -> holding.accounts().stream())
                .filter(part -> part.origin() == Origin.DERIVED && part.marketValue() == null)
                .forEach(part -> derived.put(part.account(), part.asOf()));
        return derived.isEmpty() ? stated : holdings.answer(question, courses.valuing(question, derived));
    }
}
