package io.dividendsomatic.portfolio.ledger.transfers;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.lots.FirstReport;
import io.dividendsomatic.portfolio.ledger.lots.FirstReport.Unexplained;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The lots of all accounts, twice: as their bookings alone tell them, which is what a broker's reports are compared with,
 * and with the lots that the first report of each account opens, of which a later sale takes its cost.
 */
public record OpenedLots(SortedMap<AccountId, LotView> told, SortedMap<AccountId, LotView> opened) {

    /** @param first the first report of those accounts that have one */
    public static OpenedLots fold(
            Map<AccountId, ? extends Collection<Booking>> accounts,
            Method method,
            Function<AccountId, LotRules> rules,
            Map<AccountId, FirstReport> first) {
        SortedMap<AccountId, LotView> told = TravellingLots.fold(accounts, method, rules);
        SortedMap<AccountId, List<Unexplained>> unexplained = new TreeMap<>();
        first.forEach((account, report) -> {
            List<Unexplained> units = report.unexplained(
                    Objects.requireNonNull(told.get(account)),
                    rules.apply(account).identify());
            if (!units.isEmpty()) {
                unexplained.put(account, units);
            }
        });
        return new OpenedLots(
                told,
                unexplained.isEmpty()
                        ? told
                        : TravellingLots.fold(
                                accounts,
                                method,
                                account -> rules.apply(account).opening(unexplained.getOrDefault(account, List.of()))));
    }
}
