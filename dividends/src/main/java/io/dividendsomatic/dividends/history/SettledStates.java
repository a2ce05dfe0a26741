package io.dividendsomatic.dividends.history;

import static io.dividendsomatic.dividends.history.projection.DividendsReadModel.NAME;

import io.dividendsomatic.dividends.history.settling.Histories;
import io.dividendsomatic.portfolio.holdings.ReportedDays;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.transactions.projection.TransactionsReadModel;
import io.dividendsomatic.portfolio.transactions.settling.AccountStates;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * How far accounts are as of a day: while one is the same, so is what was told of its dividends, and the shares that it
 * held until that day. A report of a later day changes neither.
 *
 * @param told of dividends and bookings
 * @param reports the number of the newest event about one
 */
record SettledStates(Reader of, LocalDate asOf, Map<AccountId, String> told, Map<AccountId, Long> reports) {

    SettledStates {
        told = Map.copyOf(told);
        reports = Map.copyOf(reports);
    }

    /** The accounts of which anything that counts was told since then, or taken back. */
    Set<AccountId> since(SettledStates before) {
        Set<AccountId> changed = new HashSet<>(told.keySet());
        changed.addAll(before.told.keySet());
        changed.removeIf(
                account -> Objects.equals(told.get(account), before.told.get(account)) && sameReports(account, before));
        return changed;
    }

    private boolean sameReports(AccountId account, SettledStates before) {
        long seen = before.reports.getOrDefault(account, -1L);
        if (reports.getOrDefault(account, -1L) == seen) {
            return true;
        }
        Optional<SortedSet<LocalDate>> days = of.reported.daysSince(account, seen);
        return days.isPresent()
                && (days.get().isEmpty() || days.get().getFirst().isAfter(asOf));
    }

    /** Reads them as they are. */
    @Component
    static class Reader {
        private final Histories histories;
        private final AccountStates states;
        private final ReportedDays reported;
        private final Generations generations;

        Reader(Histories histories, AccountStates states, ReportedDays reported, Generations generations) {
            this.histories = histories;
            this.states = states;
            this.reported = reported;
            this.generations = generations;
        }

        /** @param accounts all when none is named */
        SettledStates read(List<AccountId> accounts, LocalDate asOf) {
            Map<AccountId, Long> reports = reported.newest();
            int holdings = reported.generation();
            Map<AccountId, String> told = new TreeMap<>(histories.states(generations.active(NAME), accounts));
            reports.keySet().stream()
                    .filter(account -> accounts.isEmpty() || accounts.contains(account))
                    .forEach(account -> told.putIfAbsent(account, ""));
            states.booked(generations.active(TransactionsReadModel.NAME), told.keySet())
                    .forEach((account, state) ->
                            told.merge(account, state.text(), (one, other) -> one + " " + other + " " + holdings));
            return new SettledStates(this, asOf, told, reports);
        }
    }
}
