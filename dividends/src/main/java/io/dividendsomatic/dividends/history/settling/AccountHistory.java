package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.income.Split;
import io.dividendsomatic.dividends.income.Splits;
import io.dividendsomatic.dividends.matching.AccountPayments;
import io.dividendsomatic.dividends.matching.ExpectedPayment;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PrintedAccrual;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.matching.Matching;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
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
     * @param identify resolves aliases
     */
    static AccountHistory of(
            AccountId account,
            Collection<Telling> tellings,
            Collection<PrintedAccrual> accruals,
            Collection<Instrument> known,
            Function<Instrument, InstrumentKey> identify) {
        List<Booking> bookings = Matching.match(tellings, identify).bookings();
        AccountPayments paid = AccountPayments.of(account, bookings, accruals, known, identify);
        return new AccountHistory(account, paid.payments(), paid.expected(), splits(bookings, identify));
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
