package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.holdings.ReportedDays;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How far everything is that follows from what was told of accounts, for those who keep what they made of it. */
@Component
public class AccountStates {
    private final ToldAccounts told;
    private final FoldingRules rules;
    private final ReportedDays reported;

    AccountStates(ToldAccounts told, FoldingRules rules, ReportedDays reported) {
        this.told = told;
        this.rules = rules;
        this.reported = reported;
    }

    /**
     * How far an account is.
     *
     * @param text while it is the same, so are bookings, gains, balances, reports and derived days
     * @param linked the accounts that transfers link to it, and itself
     */
    public record State(String text, Set<AccountId> linked) {

        public State {
            linked = Set.copyOf(linked);
        }
    }

    public Map<AccountId, State> of(int generation, Collection<AccountId> accounts) {
        int holdings = reported.generation();
        Map<AccountId, Long> newestReports = reported.newest();
        Map<AccountId, State> states = new TreeMap<>(booked(generation, accounts));
        states.replaceAll((account, state) -> new State(
                state.text() + " reports " + holdings + reports(state.linked(), newestReports), state.linked()));
        return states;
    }

    /** Also of accounts from which lots may come that their reports opened. */
    private static String reports(Set<AccountId> linked, Map<AccountId, Long> newest) {
        return new TreeSet<>(linked)
                .stream()
                        .map(account -> "#" + newest.getOrDefault(account, -1L))
                        .collect(Collectors.joining());
    }

    /** The same without reports and what is derived from them. */
    public Map<AccountId, State> booked(int generation, Collection<AccountId> accounts) {
        List<Progress> progress = told.progress(generation);
        NavigableSet<AccountId> withTransfers = told.withTransfers(generation);
        FoldingRules.Rules now = rules.now();
        Map<AccountId, State> states = new TreeMap<>();
        for (AccountId account : accounts) {
            Set<AccountId> linked = new TreeSet<>(List.of(account));
            if (withTransfers.contains(account)) {
                linked.addAll(withTransfers);
            }
            String newest = progress.stream()
                    .filter(each -> linked.contains(each.account()))
                    .map(each -> each.account() + "#" + each.newest())
                    .collect(Collectors.joining(" "));
            states.put(account, new State(newest + " of " + generation + " rules " + now.version(account), linked));
        }
        return states;
    }
}
