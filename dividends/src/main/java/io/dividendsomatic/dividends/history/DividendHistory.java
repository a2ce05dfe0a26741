package io.dividendsomatic.dividends.history;

import static io.dividendsomatic.dividends.history.projection.DividendsReadModel.NAME;

import io.dividendsomatic.dividends.history.GroupSums.Counted;
import io.dividendsomatic.dividends.history.settling.GroupBy;
import io.dividendsomatic.dividends.history.settling.Grouping;
import io.dividendsomatic.dividends.history.settling.Histories;
import io.dividendsomatic.dividends.history.settling.PaymentQuery;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.Progress;
import io.dividendsomatic.portfolio.projection.Progress.Mark;
import io.dividendsomatic.portfolio.transactions.Conversion;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what was paid, and what it sums up to. */
@Component
public class DividendHistory {
    /** A line of sums takes half a kilobyte or so. */
    private static final int MOST_LINES = 20_000;

    private final Histories histories;
    private final FxRates rates;
    private final Generations generations;
    private final StatedTerms.Versions terms;
    private final Answers<Asked, DividendSummary> summaries;
    private final AccountSums sums;
    private final PaymentFx fx;

    DividendHistory(
            Histories histories,
            FxRates rates,
            Generations generations,
            StatedTerms.Versions terms,
            Progress progress) {
        this.summaries =
                new Answers<>(progress, terms, summary -> 1 + summary.lines().size(), MOST_LINES);
        this.sums = new AccountSums(histories);
        this.fx = new PaymentFx(rates, histories);
        this.terms = terms;
        this.histories = histories;
        this.rates = rates;
        this.generations = generations;
    }

    /** By pay date, account and identity. */
    public Slice<Dividend> payments(
            LedgerOn question,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Isin isin,
            int page,
            int size) {
        Conversion conversion = new Conversion(rates, question);
        PaymentQuery query = new PaymentQuery(question.accounts(), from, question.last(to), isin);
        return histories
                .payments(generations.active(NAME), question.knownAt(), query, page, size)
                .map(payment -> Dividend.of(payment, conversion));
    }

    /** By group and currency. */
    public DividendSummary summary(
            LedgerOn question,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Isin isin,
            Grouping grouping) {
        PaymentQuery query = new PaymentQuery(question.accounts(), from, question.last(to), isin);
        return summaries.get(
                new Asked(query, grouping, rates.reporting(question.currency())),
                question.knownAt(),
                () -> past(question, query, grouping),
                (mark, before) -> now(question, query, grouping, mark));
    }

    /** Which payments are asked for, and in which currency. */
    private record Asked(PaymentQuery query, Grouping grouping, CurrencyCode currency) {}

    private DividendSummary now(LedgerOn question, PaymentQuery query, Grouping grouping, Mark mark) {
        CurrencyCode reporting = rates.reporting(question.currency());
        int generation = generations.active(NAME);
        GroupBy by = new GroupBy(grouping, terms.at(question.knownAt()).countries());
        histories.upToDate(generation, query.accounts());
        return DividendSummary.of(
                sums.of(generation, question.knownAt(), query, by, reporting, fx.to(reporting, mark, generation)),
                reporting);
    }

    private DividendSummary past(LedgerOn question, PaymentQuery query, Grouping grouping) {
        Conversion conversion = new Conversion(rates, question);
        GroupBy by = new GroupBy(grouping, terms.at(question.knownAt()).countries());
        return DividendSummary.of(
                GroupSums.of(
                        histories
                                .amounts(generations.active(NAME), question.knownAt(), query.accounts(), Map.of())
                                .amounts()
                                .stream()
                                .filter(query::takes)
                                .map(amount -> Counted.of(amount, conversion::rate)),
                        by),
                conversion.currency());
    }
}
