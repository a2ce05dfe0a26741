package io.dividendsomatic.portfolio.transactions;

import static io.dividendsomatic.portfolio.transactions.projection.TransactionsReadModel.NAME;

import io.dividendsomatic.portfolio.holdings.Accounts;
import io.dividendsomatic.portfolio.holdings.HoldingsView;
import io.dividendsomatic.portfolio.holdings.fx.Fx;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.RowView;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.ledger.lots.RealizedGain;
import io.dividendsomatic.portfolio.ledger.matching.Matching;
import io.dividendsomatic.portfolio.ledger.transfers.TravellingLots;
import io.dividendsomatic.portfolio.projection.Generations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Answers what was booked and what it comes to. Everything that it reads is of one moment. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class LedgerView {
    private final StoredTransactions stored;
    private final Accounts accounts;
    private final HoldingsView holdings;
    private final Generations generations;

    LedgerView(StoredTransactions stored, Accounts accounts, HoldingsView holdings, Generations generations) {
        this.stored = stored;
        this.accounts = accounts;
        this.holdings = holdings;
        this.generations = generations;
    }

    /** A booking of an account. */
    private record Booked(AccountId account, Booking booking, RowView view) {}

    /** A gain of an account. */
    private record Realized(AccountId account, RealizedGain gain) {}

    /** By day, account and identity. */
    public Slice<Transaction> transactions(LedgerOn question, TransactionFilter filter, int page, int size) {
        List<AccountId> asked = asked(question);
        List<Booked> all = asked.stream()
                .flatMap(account -> bookings(account, question).stream()
                        .map(booking -> new Booked(account, booking, booking.view())))
                .filter(booked -> question.reaches(booked.view().date()) && filter.takes(booked.view()))
                .sorted(Comparator.comparing((Booked booked) -> booked.view().date())
                        .thenComparing(Booked::account)
                        .thenComparing(booked -> booked.booking().id()))
                .toList();
        Conversion conversion = new Conversion(holdings, question, asked);
        Slice<Booked> slice = Slice.of(all, page, size);
        return new Slice<>(
                slice.items().stream()
                        .map(booked -> transaction(booked, conversion))
                        .toList(),
                slice.total());
    }

    /** By account and currency, as at the end of the day {@code asOf}. */
    public List<Cash> cash(LedgerOn question, LocalDate asOf) {
        int generation = generations.active(NAME);
        return asked(question).stream()
                .flatMap(account -> CashFold.fold(
                        account,
                        asOf,
                        bookings(account, question),
                        stored.balances(generation, account, asOf, question.knownAt()))
                        .stream())
                .toList();
    }

    /** By day, account and identity; {@code year} absent for all. Lots follow transfers between all known accounts. */
    public Slice<Gain> gains(LedgerOn question, @Nullable Integer year, Method method, int page, int size) {
        List<AccountId> asked = asked(question);
        SortedMap<AccountId, List<Booking>> bookings = new TreeMap<>();
        accounts.known(question.knownAt()).forEach(account -> bookings.put(account, bookings(account, question)));
        List<Realized> all = TravellingLots.fold(bookings, method, LotRules.PLAIN).entrySet().stream()
                .filter(entry -> asked.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().gains().stream().map(gain -> new Realized(entry.getKey(), gain)))
                .filter(realized -> question.reaches(realized.gain().date()))
                .filter(realized -> year == null || realized.gain().date().getYear() == year)
                .sorted(Comparator.comparing(
                                (Realized realized) -> realized.gain().date())
                        .thenComparing(Realized::account)
                        .thenComparing(realized -> realized.gain().booking()))
                .toList();
        Conversion conversion = new Conversion(holdings, question, asked);
        Slice<Realized> slice = Slice.of(all, page, size);
        return new Slice<>(
                slice.items().stream()
                        .map(realized -> gain(realized, conversion))
                        .toList(),
                slice.total());
    }

    private List<AccountId> asked(LedgerOn question) {
        return question.accounts().isEmpty() ? accounts.known(question.knownAt()) : question.accounts();
    }

    private List<Booking> bookings(AccountId account, LedgerOn question) {
        return Matching.match(
                        stored.tellings(generations.active(NAME), account, question.knownAt()),
                        LotRules.PLAIN.identify())
                .bookings();
    }

    private static Transaction transaction(Booked booked, Conversion conversion) {
        Facts facts = Facts.of(booked.booking());
        RowView view = booked.view();
        Instrument instrument = view.instrument();
        CurrencyCode currency = facts.amount() == null ? null : facts.amount().currency();
        Fx fx = conversion.rate(booked.account(), currency, view.date(), facts.rateToBase());
        BigDecimal amount =
                facts.amount() == null ? null : facts.amount().amount().value();
        return new Transaction(
                booked.booking().id(),
                booked.account(),
                view.kind(),
                view.date(),
                facts.settleDate(),
                instrument == null ? null : instrument.isin(),
                instrument == null ? null : instrument.symbol(),
                instrument == null ? null : instrument.name(),
                facts.quantity(),
                facts.price(),
                facts.amount(),
                facts.counterAmount(),
                facts.fee(),
                facts.tax(),
                facts.settled(),
                view.description(),
                fx,
                new Transaction.InReporting(
                        conversion.currency(), fx.convert(amount).orElse(null)),
                booked.booking().sources());
    }

    private static Gain gain(Realized realized, Conversion conversion) {
        RealizedGain gain = realized.gain();
        CurrencyCode currency = gain.position().currency();
        Fx fx = conversion.rate(realized.account(), currency, gain.date(), null);
        return new Gain(
                gain.booking(),
                realized.account(),
                gain.instrument().isin(),
                gain.instrument().symbol(),
                gain.date(),
                gain.side(),
                gain.quantity(),
                money(gain.proceeds(), currency),
                money(gain.cost(), currency),
                money(gain.gain(), currency),
                gain.lotsUsed().stream()
                        .map(lot -> new Gain.UsedLot(lot.date(), lot.quantity(), money(lot.cost(), currency)))
                        .toList(),
                gain.missing(),
                gain.allocationUnknown(),
                gain.costsApart(),
                fx,
                new Gain.InReporting(
                        conversion.currency(),
                        converted(fx, gain.proceeds()),
                        converted(fx, gain.cost()),
                        converted(fx, gain.gain())),
                money(gain.brokerStated(), currency),
                gain.sources());
    }

    private static @Nullable Money money(@Nullable Amount amount, @Nullable CurrencyCode currency) {
        return amount == null || currency == null ? null : new Money(amount, currency);
    }

    private static @Nullable BigDecimal converted(Fx fx, @Nullable Amount amount) {
        return fx.convert(amount == null ? null : amount.value()).orElse(null);
    }
}
