package io.dividendsomatic.reporting.cashflow;

import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.reporting.consolidated.Courses;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Answers what came in and what it cost. */
@Component
public class CashFlowReports {
    /** No day is later: nothing is cut off where the question names no last day. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Courses courses;

    CashFlowReports(Courses courses) {
        this.courses = courses;
    }

    /** @param today by which the pace of the year is measured */
    public IncomeReport income(LedgerOn question, int year, LocalDate today) {
        HoldingsOn of = asked(question);
        return IncomeReport.of(
                year, question.asOf(), today, question.knownAt(), courses.currency(of), courses.flows(of));
    }

    public CostReport costs(LedgerOn question, int year) {
        HoldingsOn of = asked(question);
        return CostReport.of(year, question.asOf(), question.knownAt(), courses.currency(of), courses.flows(of));
    }

    /** Up to the day {@code asOf}. */
    public WaterfallReport waterfall(HoldingsOn question, int year) {
        return WaterfallReport.of(
                year, question.asOf(), question.knownAt(), courses.currency(question), courses.tracks(question));
    }

    private static HoldingsOn asked(LedgerOn question) {
        LocalDate asOf = question.asOf();
        return new HoldingsOn(
                asOf == null ? LAST_DAY : asOf, question.knownAt(), question.accounts(), question.currency());
    }
}
