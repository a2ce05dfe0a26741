package io.dividendsomatic.dividends.history;

import static io.dividendsomatic.dividends.history.projection.DividendsReadModel.NAME;

import io.dividendsomatic.dividends.history.settling.Histories;
import io.dividendsomatic.dividends.history.settling.InstrumentHistories;
import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.portfolio.holdings.HeldDays;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.HoldingsView;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Sets the scene for portraits of instruments: everything is brought up to date first, then all is seen of one moment. */
@Component
class Portraits {
    private final Histories histories;
    private final InstrumentHistories instruments;
    private final HoldingsView holdings;
    private final HeldDays days;
    private final Generations generations;
    private final StatedTerms.Versions terms;

    Portraits(
            Histories histories,
            InstrumentHistories instruments,
            HoldingsView holdings,
            HeldDays days,
            Generations generations,
            StatedTerms.Versions terms) {
        this.histories = histories;
        this.instruments = instruments;
        this.holdings = holdings;
        this.days = days;
        this.generations = generations;
        this.terms = terms;
    }

    <T> T of(LedgerOn question, LocalDate asOf, ReportingRates rates, Function<Scene, T> work) {
        int generation = generations.active(NAME);
        histories.upToDate(generation, question.accounts());
        return days.settled(question.accounts(), () -> {
            List<Holding> held = holdings.answer(
                            new HoldingsOn(asOf, question.knownAt(), question.accounts(), rates.reporting()))
                    .items();
            return work.apply(new Scene(
                    question,
                    asOf,
                    rates,
                    generation,
                    instruments,
                    days,
                    terms.at(question.knownAt()),
                    held,
                    told -> toldUntil(question, asOf, told)));
        });
    }

    /** The last day of which the files of each account tell anything, positions included. */
    Map<AccountId, LocalDate> toldUntil(LedgerOn question, LocalDate asOf, Map<AccountId, LocalDate> told) {
        Map<AccountId, LocalDate> until = new TreeMap<>(told);
        days.summaries(asOf, question.knownAt()).forEach(summary -> {
            LocalDate last = summary.lastDate();
            if (last != null) {
                until.merge(summary.account(), last, (one, other) -> one.isAfter(other) ? one : other);
            }
        });
        until.keySet()
                .removeIf(account ->
                        !question.accounts().isEmpty() && !question.accounts().contains(account));
        return until;
    }
}
