package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.holdings.Accounts;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers what everything is worth and what it brought. */
@Component
public class PortfolioReports {
    private final Positions positions;
    private final Accounts accounts;
    private final Courses courses;

    PortfolioReports(Positions positions, Accounts accounts, Courses courses) {
        this.positions = positions;
        this.accounts = accounts;
        this.courses = courses;
    }

    public PortfolioReport answer(HoldingsOn question) {
        List<AccountId> asked =
                question.accounts().isEmpty() ? accounts.known(question.knownAt()) : question.accounts();
        return Consolidation.of(positions.on(question), asked, courses.flows(question));
    }
}
