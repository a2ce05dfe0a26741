package io.dividendsomatic.portfolio.ledger.reconciliation;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.statement.FxConversion;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Conversions of which it is not sure in what currency they were charged. IBKR's Activity Statement prints the charge of
 * each in the base currency ({@code Comm in EUR}), whatever the currency in which it was taken, so that neither balances
 * nor commissions of a currency follow from its rows.
 */
final class DoubtfulCharges {

    private DoubtfulCharges() {}

    /** Those up to that day which may have been charged in that currency, or are said to be and may not. */
    static List<SourceRef> of(CurrencyCode currency, LocalDate day, List<Booking> bookings) {
        return bookings.stream()
                .filter(booking -> !booking.date().isAfter(day))
                .filter(booking -> booking.row() instanceof FxConversion conversion && may(conversion, currency))
                .flatMap(booking -> booking.sources().stream())
                .toList();
    }

    private static boolean may(FxConversion conversion, CurrencyCode currency) {
        Money fee = conversion.fee();
        if (fee == null || fee.amount().value().signum() == 0) {
            return false;
        }
        return Stream.of(fee, conversion.amount(), conversion.counterAmount())
                .anyMatch(money -> money != null && money.currency().equals(currency));
    }
}
