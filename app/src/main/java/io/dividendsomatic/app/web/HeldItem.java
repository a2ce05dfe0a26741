package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.transactions.settling.QuestionLine;
import java.time.LocalDate;
import java.util.List;

/**
 * A holding, and what the files leave open of it, so that its units or its cost may be otherwise.
 *
 * @param open the questions of its accounts about it, as {@code /reports/open-questions} lists them
 */
record HeldItem(@JsonUnwrapped Holding holding, List<Open> open) {

    /** A question that stands open. */
    record Open(AccountId account, String kind, LocalDate date, List<FactId> facts) {}

    static HeldItem of(Holding holding, List<QuestionLine> questions) {
        return new HeldItem(
                holding,
                questions.stream()
                        .filter(question -> isAbout(question, holding))
                        .map(question ->
                                new Open(question.account(), question.kind(), question.date(), question.facts()))
                        .toList());
    }

    /** By ISIN, or by what the accounts that hold it call it: a question has the name that the file told. */
    private static boolean isAbout(QuestionLine question, Holding holding) {
        boolean byIsin = question.isin() != null && question.isin().equals(holding.isin());
        boolean bySymbol = question.symbol() != null && question.symbol().equals(holding.symbol());
        boolean nameless = question.isin() == null && question.symbol() == null;
        boolean byName = nameless && question.name() != null && question.name().equals(holding.name());
        boolean named = byIsin || bySymbol || byName;
        return named
                && holding.accounts().stream().anyMatch(held -> held.account().equals(question.account()));
    }
}
