package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.ledger.Booking;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an account was paid and what its broker expected it to be paid, with instruments known by the same keys: an accrual
 * often names a symbol where the payment names the ISIN.
 *
 * @param payments by date, tax that no payment claims among them
 * @param expected by pay date
 */
public record AccountPayments(AccountId account, List<Payment> payments, List<ExpectedPayment> expected) {

    public AccountPayments {
        payments = List.copyOf(payments);
        expected = List.copyOf(expected);
    }

    /**
     * The payments of an account from its bookings and accruals, whatever their order.
     *
     * @param bookings of the account; those about other things are passed over
     * @param identify resolves aliases
     */
    public static AccountPayments of(
            AccountId account,
            Collection<Booking> bookings,
            Collection<PrintedAccrual> accruals,
            Function<Instrument, InstrumentKey> identify) {
        return of(account, bookings, accruals, List.of(), identify);
    }

    /** @param known instruments of other rows of the account, which may tell the ISIN of a symbol */
    public static AccountPayments of(
            AccountId account,
            Collection<Booking> bookings,
            Collection<PrintedAccrual> accruals,
            Collection<Instrument> known,
            Function<Instrument, InstrumentKey> identify) {
        List<Instrument> seen = Stream.of(
                        bookings.stream()
                                .flatMap(booking ->
                                        Stream.ofNullable(booking.view().instrument())),
                        accruals.stream().map(accrual -> accrual.row().instrument()),
                        known.stream())
                .flatMap(instruments -> instruments)
                .toList();
        Instruments instruments = new Instruments(seen, identify);
        List<CashRow> rows = bookings.stream()
                .flatMap(booking -> CashRow.of(booking, instruments).stream())
                .sorted(CashRow.BY_DATE)
                .toList();
        List<ExpectedPayment> expected = Accruals.of(account, accruals, instruments::key);
        return new AccountPayments(account, Payments.of(account, rows, new Corroboration(expected)), expected);
    }
}
