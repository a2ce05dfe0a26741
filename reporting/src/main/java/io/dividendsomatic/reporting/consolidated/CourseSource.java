package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.dividends.history.projection.DividendsReadModel;
import io.dividendsomatic.dividends.history.settling.Histories;
import io.dividendsomatic.dividends.history.settling.PaymentQuery;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.transactions.projection.TransactionsReadModel;
import io.dividendsomatic.portfolio.transactions.settling.Ledgers;
import io.dividendsomatic.portfolio.transactions.settling.SettledQuery;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gathers what the other read models know of accounts. */
@Component
class CourseSource {
    private final Ledgers ledgers;
    private final Histories histories;
    private final Generations generations;

    CourseSource(Ledgers ledgers, Histories histories, Generations generations) {
        this.ledgers = ledgers;
        this.histories = histories;
        this.generations = generations;
    }

    List<Flow> flows(List<AccountId> accounts, Instant knownAt) {
        int generation = generations.active(TransactionsReadModel.NAME);
        SettledQuery all = new SettledQuery(accounts, null, null, Set.of(), null);
        return Flows.of(
                ledgers.bookings(generation, knownAt, all, 0, Integer.MAX_VALUE).items(),
                histories.payments(
                        generations.active(DividendsReadModel.NAME),
                        knownAt,
                        new PaymentQuery(accounts, null, null, null)),
                ledgers.gains(generation, knownAt, all, Method.FIFO, 0, Integer.MAX_VALUE)
                        .items());
    }
}
