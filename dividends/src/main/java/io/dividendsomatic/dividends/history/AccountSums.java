package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.history.GroupSums.Counted;
import io.dividendsomatic.dividends.history.settling.GroupBy;
import io.dividendsomatic.dividends.history.settling.Histories;
import io.dividendsomatic.dividends.history.settling.Histories.Amounts;
import io.dividendsomatic.dividends.history.settling.PaidAmount;
import io.dividendsomatic.dividends.history.settling.PaymentQuery;
import io.dividendsomatic.portfolio.fx.FxBook;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sums up what of each account's payments is kept in memory, so that no period and no grouping needs the database, and a
 * new file costs reading the account that it is about. A part counts while its account's payments and the rates are those
 * that it was made of.
 */
final class AccountSums {
    /** One takes two hundred bytes or so. Whoever has more reads some accounts each time. */
    private static final int MOST_AMOUNTS = 200_000;

    private final Histories histories;
    private final Map<Of, Part> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int keptAmounts;

    AccountSums(Histories histories) {
        this.histories = histories;
    }

    private record Of(AccountId account, CurrencyCode reporting) {}

    private record Part(String state, FxBook rates, List<Counted> amounts) {}

    GroupSums of(
            int generation,
            Instant knownAt,
            PaymentQuery query,
            GroupBy by,
            CurrencyCode reporting,
            PaymentFx.Known fx) {
        GroupSums.Rates rates = (account, from, day, own) -> fx.book().rate(account, from, reporting, day, own);
        Map<AccountId, Part> known = known(reporting, fx.book());
        Map<AccountId, String> states = new HashMap<>();
        known.forEach((account, part) -> states.put(account, part.state));
        Amounts told = histories.amounts(generation, knownAt, query.accounts(), states);
        if (told.states().isEmpty()) { // something came in this moment
            return GroupSums.of(
                    told.amounts().stream().filter(query::takes).map(amount -> Counted.of(amount, rates)), by);
        }
        Map<AccountId, List<PaidAmount>> fresh =
                told.amounts().stream().collect(Collectors.groupingBy(PaidAmount::account));
        Map<AccountId, Part> parts = new HashMap<>();
        told.states().forEach((account, state) -> {
            Part before = known.get(account);
            parts.put(
                    account,
                    before != null && before.state.equals(state)
                            ? before
                            : new Part(
                                    state,
                                    fx.book(),
                                    fresh.getOrDefault(account, List.of()).stream()
                                            .map(amount -> Counted.of(amount, rates))
                                            .toList()));
        });
        keep(reporting, parts);
        return GroupSums.of(
                parts.values().stream()
                        .flatMap(part -> part.amounts.stream())
                        .filter(counted -> query.takes(counted.amount())),
                by);
    }

    private synchronized Map<AccountId, Part> known(CurrencyCode reporting, FxBook rates) {
        Map<AccountId, Part> known = new HashMap<>();
        kept.forEach((of, part) -> {
            if (of.reporting.equals(reporting) && part.rates == rates) {
                known.put(of.account, part);
            }
        });
        return known;
    }

    /** The least lately asked for go first. */
    private synchronized void keep(CurrencyCode reporting, Map<AccountId, Part> parts) {
        parts.forEach((account, part) -> {
            Part before = kept.put(new Of(account, reporting), part);
            keptAmounts += size(part) - (before == null ? 0 : size(before));
        });
        for (Iterator<Part> oldest = kept.values().iterator(); keptAmounts > MOST_AMOUNTS && oldest.hasNext(); ) {
            keptAmounts -= size(oldest.next());
            oldest.remove();
        }
    }

    private static int size(Part part) {
        return 1 + part.amounts.size();
    }
}
