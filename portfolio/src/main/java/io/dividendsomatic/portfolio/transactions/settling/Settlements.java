package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.ledger.AccountLedger;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.ToldNames;
import io.dividendsomatic.portfolio.ledger.cash.CashLedger;
import io.dividendsomatic.portfolio.ledger.cash.OpeningBalance;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.ledger.lots.OpeningReport;
import io.dividendsomatic.portfolio.ledger.matching.Matching;
import io.dividendsomatic.portfolio.ledger.reconciliation.OpeningBalances;
import io.dividendsomatic.portfolio.ledger.rolling.Rolling;
import io.dividendsomatic.portfolio.ledger.transfers.OpenLeg;
import io.dividendsomatic.portfolio.ledger.transfers.OpenedLots;
import io.dividendsomatic.portfolio.ledger.transfers.TransferPairs;
import io.dividendsomatic.portfolio.transactions.settling.FoldingRules.Rules;
import io.dividendsomatic.portfolio.transactions.settling.ToldTransactions.Extent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Folds what was told of accounts. Those that transfers link are folded together, since lots travel between them. */
@Component
class Settlements {
    private final ToldTransactions told;
    private final ToldAccounts toldAccounts;
    private final Reports reports;

    Settlements(ToldTransactions told, ToldAccounts toldAccounts, Reports reports) {
        this.told = told;
        this.toldAccounts = toldAccounts;
        this.reports = reports;
    }

    /** What is known of one account before lots are folded. */
    private record Matter(
            Matching.Matched matched,
            ToldNames names,
            List<PrintedFigure> figures,
            Map<CurrencyCode, OpeningBalance> opening,
            List<OpeningReport> reports) {}

    /** The accounts themselves, and with one that has transfers all others that have some. */
    NavigableSet<AccountId> linked(int generation, Collection<AccountId> accounts) {
        NavigableSet<AccountId> all = new TreeSet<>(accounts);
        NavigableSet<AccountId> withTransfers = toldAccounts.withTransfers(generation);
        if (accounts.stream().anyMatch(withTransfers::contains)) {
            all.addAll(withTransfers);
        }
        return all;
    }

    /** @param accounts with all that are linked to them */
    SortedMap<AccountId, Settlement> fold(
            int generation, Collection<AccountId> accounts, Function<AccountId, Extent> extent, Rules rules) {
        SortedMap<AccountId, Matter> matters = new TreeMap<>();
        accounts.forEach(account ->
                matters.put(account, matter(generation, account, extent.apply(account), rules.lots(account))));
        OpenedLots fifo = lots(matters, Method.FIFO, rules);
        OpenedLots average = lots(matters, Method.AVERAGE, rules);
        Map<AccountId, List<OpenLeg>> unpaired = unpaired(matters, rules);
        SortedMap<AccountId, Settlement> settlements = new TreeMap<>();
        matters.forEach((account, matter) -> settlements.put(
                account,
                settlement(
                        account,
                        matter,
                        fifo,
                        Objects.requireNonNull(average.opened().get(account)),
                        unpaired.getOrDefault(account, List.of()),
                        rules.lots(account))));
        return settlements;
    }

    private Matter matter(int generation, AccountId account, Extent extent, LotRules rules) {
        List<PrintedFigure> figures = told.figures(generation, account, extent).stream()
                .map(figure -> figure.named(rules.naming()))
                .toList();
        List<Telling> tellings = told.tellings(generation, account, extent);
        List<Telling> named = rules.naming().tellings(tellings);
        Matching.Matched matched = Matching.match(named, rules.identify());
        return new Matter(
                matched,
                ToldNames.of(tellings, named),
                figures,
                OpeningBalances.of(Settlement.files(figures), matched.bookings(), named),
                matched.bookings().stream().anyMatch(Rolling::movesUnits)
                        ? reports.opening(account, rules.naming(), extent.knownAt(), named)
                        : List.of());
    }

    private static OpenedLots lots(SortedMap<AccountId, Matter> matters, Method method, Rules rules) {
        Map<AccountId, List<Booking>> bookings = new TreeMap<>();
        Map<AccountId, List<OpeningReport>> reports = new TreeMap<>();
        matters.forEach((account, matter) -> {
            bookings.put(account, matter.matched().bookings());
            reports.put(account, matter.reports());
        });
        return OpenedLots.fold(bookings, method, rules::lots, reports);
    }

    private static Map<AccountId, List<OpenLeg>> unpaired(SortedMap<AccountId, Matter> matters, Rules rules) {
        Map<AccountId, List<Booking>> bookings = new TreeMap<>();
        matters.forEach(
                (account, matter) -> bookings.put(account, matter.matched().bookings()));
        return TransferPairs.of(bookings, account -> rules.lots(account).identify()).unpaired().stream()
                .collect(Collectors.groupingBy(open -> open.leg().account()));
    }

    private static Settlement settlement(
            AccountId account,
            Matter matter,
            OpenedLots fifo,
            LotView average,
            List<OpenLeg> unpaired,
            LotRules rules) {
        List<Booking> bookings = matter.matched().bookings();
        return new Settlement(
                account,
                bookings.stream()
                        .map(booking -> BookingLine.of(account, booking, rules.identify(), matter.names()))
                        .toList(),
                new AccountLedger(
                        bookings,
                        matter.matched().questions(),
                        Objects.requireNonNull(fifo.opened().get(account)),
                        average,
                        CashLedger.of(bookings, matter.opening())),
                Objects.requireNonNull(fifo.told().get(account)),
                matter.figures(),
                unpaired);
    }
}
