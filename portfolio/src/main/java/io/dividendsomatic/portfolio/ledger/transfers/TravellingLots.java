package io.dividendsomatic.portfolio.ledger.transfers;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.lots.Departure;
import io.dividendsomatic.portfolio.ledger.lots.Lot;
import io.dividendsomatic.portfolio.ledger.lots.LotFold;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Folds all accounts, so that the lots that leave one arrive in the other with their dates and costs. Lots may travel
 * further, so it folds again until nothing changes: at most once for each pair of legs, since a lot travels forward in
 * time.
 */
public final class TravellingLots {

    private TravellingLots() {}

    /** The view of each account by rules of its own, whose arriving lots are kept. */
    public static SortedMap<AccountId, LotView> fold(
            Map<AccountId, ? extends Collection<Booking>> accounts,
            Method method,
            Function<AccountId, LotRules> rules) {
        TransferPairs transfers =
                TransferPairs.of(accounts, account -> rules.apply(account).identify());
        Map<FactId, List<Lot>> arriving = Map.of();
        SortedMap<AccountId, LotView> views = views(accounts, method, rules, arriving);
        for (int round = 0; round < transfers.pairs().size(); round++) {
            Map<FactId, List<Lot>> next = new HashMap<>();
            for (TransferPairs.Pair pair : transfers.pairs()) {
                List<Lot> left = departed(
                        views.get(pair.out().account()), pair.out().booking().id());
                if (!left.isEmpty()) {
                    next.put(pair.in().booking().id(), left);
                }
            }
            if (next.equals(arriving)) {
                break;
            }
            arriving = next;
            views = views(accounts, method, rules, arriving);
        }
        return views;
    }

    private static SortedMap<AccountId, LotView> views(
            Map<AccountId, ? extends Collection<Booking>> accounts,
            Method method,
            Function<AccountId, LotRules> rules,
            Map<FactId, List<Lot>> arriving) {
        SortedMap<AccountId, LotView> views = new TreeMap<>();
        accounts.forEach((account, bookings) -> {
            LotRules own = rules.apply(account);
            Map<FactId, List<Lot>> all = new HashMap<>(own.arriving());
            all.putAll(arriving);
            views.put(account, LotFold.fold(bookings, method, own.arriving(all)));
        });
        return views;
    }

    private static List<Lot> departed(@Nullable LotView view, FactId booking) {
        return view == null
                ? List.of()
                : view.departures().stream()
                        .filter(departure -> departure.booking().equals(booking))
                        .map(Departure::lots)
                        .findFirst()
                        .orElse(List.of());
    }
}
