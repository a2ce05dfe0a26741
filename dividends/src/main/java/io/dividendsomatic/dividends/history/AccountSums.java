package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.history.settling.GroupBy;
import io.dividendsomatic.dividends.history.settling.Grouping;
import io.dividendsomatic.dividends.history.settling.Histories;
import io.dividendsomatic.dividends.history.settling.Histories.Sums;
import io.dividendsomatic.dividends.history.settling.PaymentQuery;
import io.dividendsomatic.dividends.history.settling.SumCell;
import io.dividendsomatic.dividends.history.settling.SumCell.Direct;
import io.dividendsomatic.dividends.tax.Countries;
import io.dividendsomatic.portfolio.fx.FxBook;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sums of each account by what is asked, so that a new file costs the account it is about and no other. A part counts
 * while its account's payments, the rates and the countries are those that it was made of.
 */
final class AccountSums {
    /** A sum of a group takes half a kilobyte or so. */
    private static final int MOST_SUMS = 40_000;

    private final Histories histories;
    private final Map<Asked, Map<AccountId, Part>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int keptSums;

    AccountSums(Histories histories) {
        this.histories = histories;
    }

    /** What is asked of every account alike. */
    private record Asked(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Isin isin,
            Grouping grouping,
            CurrencyCode currency) {}

    private record Part(String state, FxBook rates, Countries countries, GroupSums sums) {}

    GroupSums of(
            int generation,
            Instant knownAt,
            PaymentQuery query,
            GroupBy by,
            CurrencyCode reporting,
            PaymentFx.Known fx) {
        Asked asked = new Asked(query.from(), query.to(), query.isin(), by.grouping(), reporting);
        Map<AccountId, Part> known = known(asked);
        known.values().removeIf(part -> part.rates != fx.book() || !part.countries.equals(by.countries()));
        Map<AccountId, String> states = new HashMap<>();
        known.forEach((account, part) -> states.put(account, part.state));
        Sums told = histories.sums(generation, knownAt, query, by, direct(reporting, fx), states);
        GroupSums.Rates rates = (account, from, day, own) -> fx.book().rate(account, from, reporting, day, own);
        if (told.states().isEmpty()) { // something came in this moment
            return GroupSums.of(told.cells(), rates);
        }
        Map<AccountId, List<SumCell>> cells = told.cells().stream().collect(Collectors.groupingBy(SumCell::account));
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
                                    by.countries(),
                                    GroupSums.of(cells.getOrDefault(account, List.of()), rates)));
        });
        keep(asked, parts);
        return GroupSums.together(parts.values().stream().map(Part::sums).toList());
    }

    private static Direct direct(CurrencyCode reporting, PaymentFx.Known fx) {
        return new Direct(
                reporting,
                fx.told().bases().entrySet().stream()
                        .filter(base -> base.getValue().equals(reporting))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
    }

    private synchronized Map<AccountId, Part> known(Asked asked) {
        return new HashMap<>(kept.getOrDefault(asked, Map.of()));
    }

    /** Beside the other accounts' parts; the least lately asked for go first. */
    private synchronized void keep(Asked asked, Map<AccountId, Part> parts) {
        Map<AccountId, Part> all = kept.computeIfAbsent(asked, first -> new HashMap<>());
        parts.forEach((account, part) -> {
            Part before = all.put(account, part);
            keptSums += size(part) - (before == null ? 0 : size(before));
        });
        for (Iterator<Map<AccountId, Part>> oldest = kept.values().iterator();
                keptSums > MOST_SUMS && oldest.hasNext(); ) {
            keptSums -=
                    oldest.next().values().stream().mapToInt(AccountSums::size).sum();
            oldest.remove();
        }
    }

    private static int size(Part part) {
        return 1 + part.sums.sums().size();
    }
}
