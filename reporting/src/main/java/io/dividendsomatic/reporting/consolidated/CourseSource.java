package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.dividends.history.projection.DividendsReadModel;
import io.dividendsomatic.dividends.history.settling.Histories;
import io.dividendsomatic.dividends.history.settling.InstrumentHistories;
import io.dividendsomatic.dividends.history.settling.PaymentQuery;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.ReportedDays;
import io.dividendsomatic.portfolio.holdings.ReportedDays.Report;
import io.dividendsomatic.portfolio.holdings.ReportedSums;
import io.dividendsomatic.portfolio.instruments.Identities;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.Naming;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.prices.VendorPrices;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.transactions.projection.TransactionsReadModel;
import io.dividendsomatic.portfolio.transactions.settling.BookingLine;
import io.dividendsomatic.portfolio.transactions.settling.CashDay;
import io.dividendsomatic.portfolio.transactions.settling.Ledgers;
import io.dividendsomatic.portfolio.transactions.settling.PositionHistory;
import io.dividendsomatic.portfolio.transactions.settling.SettledQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Gathers what the other read models know of an account, and makes its course of it. */
@Component
class CourseSource {
    private final Ledgers ledgers;
    private final PositionHistory positions;
    private final ReportedDays reported;
    private final ReportedSums sums;
    private final Histories histories;
    private final InstrumentHistories instruments;
    private final VendorPrices vendors;
    private final Generations generations;

    CourseSource(
            Ledgers ledgers,
            PositionHistory positions,
            ReportedDays reported,
            ReportedSums sums,
            Histories histories,
            InstrumentHistories instruments,
            VendorPrices vendors,
            Generations generations) {
        this.ledgers = ledgers;
        this.positions = positions;
        this.reported = reported;
        this.sums = sums;
        this.histories = histories;
        this.instruments = instruments;
        this.vendors = vendors;
        this.generations = generations;
    }

    /**
     * Everything that follows from what is known.
     *
     * @param spans the positions of days that the broker did not report
     */
    record Gathered(AccountCourse course, List<PositionSpan> spans) {}

    AccountCourse course(AccountId account, Instant knownAt) {
        return gather(account, knownAt).course();
    }

    Gathered gather(AccountId account, Instant knownAt) {
        int generation = generations.active(TransactionsReadModel.NAME);
        List<AccountId> one = List.of(account);
        positions.settle(generation, one);
        SortedMap<LocalDate, Report> right = reported.right(account, knownAt);
        Map<LocalDate, List<HeldPosition>> read = new HashMap<>();
        Naming naming = positions.naming(account, knownAt);
        Map<PositionKey, NavigableMap<LocalDate, UnitValue>> listed = new HashMap<>();
        Known known = new Known(
                account,
                new TreeMap<>(sums.of(account, right, right.keySet())),
                positions.all(generation, account, knownAt),
                positions.identify(account, knownAt),
                day -> read.computeIfAbsent(
                        day,
                        first -> reported.positions(account, day, knownAt).stream()
                                .map(position -> position.of(naming.on(day, position.instrument())))
                                .toList()),
                key -> listed.computeIfAbsent(key, first -> listed(key, knownAt)),
                instruments.splits(generations.active(DividendsReadModel.NAME), knownAt, one));
        Prices prices = new Prices(known);
        List<CashDay> cashDays = ledgers.cashDays(generation, knownAt, one);
        OpeningCash opening = new OpeningCash(account, cashDays);
        BookedUnits units = new BookedUnits(
                known.reported().isEmpty() ? null : known.reported().firstKey());
        Flow.Sums flows = new Flow.Sums();
        List<BookingLine> moved = new ArrayList<>();
        SettledQuery all = new SettledQuery(one, null, null, Set.of(), null);
        ledgers.eachBooking(generation, knownAt, all, booking -> {
            prices.add(booking);
            opening.add(booking);
            units.add(booking);
            Flows.of(booking).forEach(flows::add);
            if (booking.kind() == BookingKind.TRANSFER) {
                moved.add(booking);
            }
        });
        histories
                .payments(generations.active(DividendsReadModel.NAME), knownAt, new PaymentQuery(one, null, null, null))
                .forEach(payment -> Flows.of(payment).forEach(flows::add));
        ledgers.eachGain(generation, knownAt, all, Method.FIFO, gain -> flows.add(Flows.of(gain)));
        Values.Valued valued = Values.of(known, prices);
        MovedUnits.of(moved, valued.days(), prices).forEach(flows::add);
        UnexplainedUnits.of(known, prices, units).forEach(flows::add);
        opening.flows().forEach(flows::add);
        List<Balance> cash = cashDays.stream()
                .map(day -> new Balance(
                        account, day.date(), day.currency(), day.balance().value()))
                .sorted(Comparator.comparing(Balance::date).thenComparing(Balance::currency))
                .toList();
        return new Gathered(new AccountCourse(account, flows.inOrder(), valued.days(), cash), valued.spans());
    }

    private NavigableMap<LocalDate, UnitValue> listed(PositionKey key, Instant knownAt) {
        NavigableMap<LocalDate, UnitValue> prices = new TreeMap<>();
        Identities.isin(key.instrument())
                .filter(isin -> key.currency() != null)
                .map(isin -> vendors.whenTheyWereNew(isin, Objects.requireNonNull(key.currency()), knownAt))
                .orElse(List.of())
                .forEach(price -> prices.putIfAbsent(
                        price.date(), new UnitValue(price.date(), price.price().value(), price.publisher())));
        return prices;
    }

    /** Whom an account means by an instrument of a derived position, which its bookings have named already. */
    Function<Instrument, InstrumentKey> identify(AccountId account, Instant knownAt) {
        return positions.identify(account, knownAt);
    }
}
