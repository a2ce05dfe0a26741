package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.Position;
import io.dividendsomatic.portfolio.events.SnapshotTold;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.ReportedDays.Report;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.AccountLedger;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.cash.CashLedger;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.ledger.lots.OpeningDay;
import io.dividendsomatic.portfolio.ledger.lots.OpeningReport;
import io.dividendsomatic.portfolio.ledger.matching.Matching;
import io.dividendsomatic.portfolio.ledger.rolling.Rolling;
import io.dividendsomatic.portfolio.ledger.transfers.OpenedLots;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Folds the events of accounts afresh, without any table, to what was held between the reports of their brokers. */
public final class ReplayedAccounts {
    private static final Comparator<SnapshotTold> BY_RIGHT =
            Comparator.comparing(SnapshotTold::edition).thenComparing(SnapshotTold::file);

    private final Instant knownAt;
    private final SortedMap<AccountId, List<Telling>> tellings = new TreeMap<>();
    private final Map<AccountId, Map<FactId, StatementRow>> booked = new HashMap<>();
    private final Map<AccountId, SortedMap<LocalDate, SnapshotTold>> reports = new HashMap<>();
    private final Map<FileId, Instant> recordedAt = new HashMap<>();

    public ReplayedAccounts(Instant knownAt) {
        this.knownAt = knownAt;
    }

    /**
     * Takes the events of each account in their order, each with the time at which it was recorded.
     *
     * @param counts false of what a file tells that was taken back; another may tell it in the same words
     */
    public void on(AccountEvent event, Instant recorded, boolean counts) {
        if (recorded.isAfter(knownAt)) {
            return;
        }
        if (!counts) {
            if (event instanceof TransactionsBooked bookings) {
                remember(bookings);
            }
            return;
        }
        if (event instanceof TransactionsBooked bookings) {
            recordedAt.put(bookings.file(), recorded);
            Map<FactId, StatementRow> first = remember(bookings);
            bookings.booked().forEach(each -> tell(bookings, each.fact(), each.lines(), each.row()));
            bookings.restated().forEach(each -> tell(bookings, each.fact(), each.lines(), each.row()));
            bookings.retold()
                    .forEach(each ->
                            tell(bookings, each.fact(), each.lines(), Objects.requireNonNull(first.get(each.fact()))));
        } else if (event instanceof SnapshotTold told) {
            recordedAt.put(told.file(), recorded);
            reports.computeIfAbsent(event.account(), account -> new TreeMap<>())
                    .merge(told.asOf(), told, (one, other) -> BY_RIGHT.compare(one, other) > 0 ? one : other);
        }
    }

    private Map<FactId, StatementRow> remember(TransactionsBooked bookings) {
        Map<FactId, StatementRow> first = booked.computeIfAbsent(bookings.account(), account -> new HashMap<>());
        bookings.booked().forEach(each -> first.put(each.fact(), each.row()));
        return first;
    }

    private void tell(TransactionsBooked bookings, FactId fact, List<Integer> lines, StatementRow row) {
        tellings.computeIfAbsent(bookings.account(), account -> new ArrayList<>())
                .add(new Telling(fact, bookings.file(), bookings.edition(), lines, row, bookings.period()));
    }

    /** Whether lots may have come from other accounts, so that their events are wanted, too. */
    public boolean hasTransfers() {
        return tellings.values().stream().flatMap(List::stream).anyMatch(told -> told.row() instanceof Transfer);
    }

    DerivedDays days(AccountId account, Function<AccountId, LotRules> rules) {
        SortedMap<AccountId, List<Booking>> bookings = new TreeMap<>();
        tellings.forEach((each, told) -> bookings.put(
                each,
                Matching.match(
                                rules.apply(each).naming().tellings(told),
                                rules.apply(each).identify())
                        .bookings()));
        OpenedLots fifo = OpenedLots.fold(bookings, Method.FIFO, rules, opening(bookings, rules));
        LotView lots = fifo.opened().get(account);
        if (lots == null) {
            return new DerivedDays(List.of(), List.of());
        }
        List<Booking> own = bookings.getOrDefault(account, List.of());
        Settlement settlement = new Settlement(
                account,
                List.of(),
                new AccountLedger(own, List.of(), lots, lots, CashLedger.of(own, Map.of())),
                Objects.requireNonNull(fifo.told().get(account)),
                List.of(),
                List.of());
        SortedMap<LocalDate, SnapshotTold> reported = reports.getOrDefault(account, new TreeMap<>());
        SortedMap<LocalDate, Report> right = new TreeMap<>();
        reported.forEach((day, told) ->
                right.put(day, new Report(day, told.file(), 0, recordedAt.getOrDefault(told.file(), Instant.EPOCH))));
        return DerivedDays.of(
                settlement,
                new Stretches(
                        settlement,
                        rules.apply(account),
                        right,
                        day -> positions(Objects.requireNonNull(reported.get(day)), rules.apply(account)),
                        recordedAt));
    }

    private Map<AccountId, List<OpeningReport>> opening(
            Map<AccountId, List<Booking>> bookings, Function<AccountId, LotRules> rules) {
        Map<AccountId, List<OpeningReport>> opening = new TreeMap<>();
        reports.forEach((account, days) -> {
            if (bookings.getOrDefault(account, List.of()).stream().anyMatch(Rolling::movesUnits)) {
                opening.put(
                        account,
                        OpeningDay.among(
                                        new TreeSet<>(days.keySet()),
                                        Reports.told(tellings.getOrDefault(account, List.of())))
                                .stream()
                                .map(day -> Reports.opening(
                                        day,
                                        positions(Objects.requireNonNull(days.get(day.day())), rules.apply(account))))
                                .toList());
            }
        });
        return opening;
    }

    private static List<HeldPosition> positions(SnapshotTold told, LotRules rules) {
        return Reports.named(
                told.positions().stream().map(position -> held(told, position)).toList(), rules.naming(), told.asOf());
    }

    private static HeldPosition held(SnapshotTold told, Position position) {
        return new HeldPosition(
                position.instrument(),
                position.currency(),
                position.quantity(),
                position.markPrice(),
                position.marketValue(),
                position.costBasis(),
                position.unrealizedPnl(),
                position.fxRateToBase(),
                position.lines().stream()
                        .map(line -> new SourceRef(told.file(), line))
                        .toList());
    }
}
