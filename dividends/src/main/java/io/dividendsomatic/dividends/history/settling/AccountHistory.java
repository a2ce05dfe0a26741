package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.income.Split;
import io.dividendsomatic.dividends.income.Splits;
import io.dividendsomatic.dividends.matching.AccountPayments;
import io.dividendsomatic.dividends.matching.ExpectedPayment;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PrintedAccrual;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.ToldNames;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.matching.Matching;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that was told of an account's dividends, and what it comes to. */
record AccountHistory(
        AccountId account, List<Payment> payments, List<ExpectedPayment> expected, List<InstrumentSplit> splits) {

    AccountHistory {
        payments = List.copyOf(payments);
        expected = List.copyOf(expected);
        splits = List.copyOf(splits);
    }

    /** That an instrument was split. */
    record InstrumentSplit(InstrumentKey instrument, Split split) {}

    /**
     * The history of an account from all its tellings, whatever their order.
     *
     * @param known instruments of other rows of the account, which may tell the ISIN of a symbol
     * @param rules name the rows and resolve aliases
     */
    static AccountHistory of(
            AccountId account,
            List<Telling> tellings,
            Collection<PrintedAccrual> accruals,
            Collection<Instrument> known,
            LotRules rules) {
        List<Telling> named = rules.naming().tellings(tellings);
        List<Booking> bookings = Matching.match(named, rules.identify()).bookings();
        AccountPayments paid = AccountPayments.of(account, bookings, accruals, known, rules.identify());
        return new AccountHistory(
                account,
                asTold(paid.payments(), bookings, ToldNames.of(tellings, named)),
                paid.expected(),
                splits(bookings, rules.identify()));
    }

    /** Each with the instrument as its own row calls it. */
    private static List<Payment> asTold(List<Payment> payments, List<Booking> bookings, ToldNames names) {
        if (names.told().isEmpty()) {
            return payments;
        }
        Map<FactId, Booking> byId = bookings.stream().collect(Collectors.toMap(Booking::id, booking -> booking));
        return payments.stream()
                .map(payment -> {
                    Booking booking = byId.get(payment.id());
                    Instrument instrument = payment.instrument();
                    return booking == null || instrument == null ? payment : payment.of(names.of(booking, instrument));
                })
                .toList();
    }

    private static List<InstrumentSplit> splits(
            Collection<Booking> bookings, Function<Instrument, InstrumentKey> identify) {
        return bookings.stream()
                .flatMap(booking -> booking.row() instanceof CorporateAction action
                        ? Stream.of(identify.apply(action.instrument()))
                        : Stream.empty())
                .distinct()
                .flatMap(instrument -> Splits.of(bookings, instrument, identify).all().stream()
                        .map(split -> new InstrumentSplit(instrument, split)))
                .toList();
    }
}
