package io.dividendsomatic.portfolio.ledger.transfers;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.ledger.lots.OpeningReport;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * The lots of all accounts, twice: as their bookings alone tell them, which is what a broker's reports are compared with,
 * and with the lots that reports of each account open, of which a later sale takes its cost. What a report of one account
 * opens is what its bookings do not come to, with all lots that had travelled there, also those that a report of another
 * account had opened.
 */
public record OpenedLots(SortedMap<AccountId, LotView> told, SortedMap<AccountId, LotView> opened) {

    /** @param reports of those accounts that have any by which lots may be opened */
    public static OpenedLots fold(
            Map<AccountId, ? extends Collection<Booking>> accounts,
            Method method,
            Function<AccountId, LotRules> rules,
            Map<AccountId, List<OpeningReport>> reports) {
        SortedMap<AccountId, LotView> told = TravellingLots.fold(accounts, method, rules);
        boolean opens = reports.entrySet().stream()
                .anyMatch(own -> own.getValue().stream()
                        .anyMatch(report -> report.statesMoreThan(
                                Objects.requireNonNull(told.get(own.getKey())),
                                rules.apply(own.getKey()).identify())));
        return new OpenedLots(
                told,
                opens
                        ? TravellingLots.fold(
                                accounts,
                                method,
                                account -> rules.apply(account).opening(reports.getOrDefault(account, List.of())))
                        : told);
    }
}
