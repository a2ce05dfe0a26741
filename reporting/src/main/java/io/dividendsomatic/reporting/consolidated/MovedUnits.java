package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.transactions.settling.BookingLine;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Units that came from other accounts or went there, at what they were worth that day as far as prices are known. No file
 * need tell it: a transfer has no price of its own.
 */
final class MovedUnits {

    private MovedUnits() {}

    /** @param bookings those that are transfers */
    static List<Flow> of(Collection<BookingLine> bookings, Collection<ValueDay> values, Prices prices) {
        List<CurrencyCode> currencies =
                values.stream().map(ValueDay::currency).distinct().sorted().toList();
        return bookings.stream()
                .filter(booking -> booking.kind() == BookingKind.TRANSFER)
                .flatMap(booking -> Optional.ofNullable(flow(booking, currencies, prices)).stream())
                .toList();
    }

    private static @Nullable Flow flow(BookingLine booking, List<CurrencyCode> currencies, Prices prices) {
        Quantity quantity = booking.figures().quantity();
        InstrumentKey instrument = booking.instrument();
        if (instrument == null || quantity == null || quantity.value().signum() == 0) {
            return null;
        }
        for (CurrencyCode currency : currencies) {
            Optional<UnitValue> unit = prices.moved(booking.date(), new PositionKey(instrument, currency));
            if (unit.isPresent()) {
                return new Flow(
                        booking.account(),
                        booking.date(),
                        FlowKind.TRANSFER_OF_UNITS,
                        currency,
                        unit.get().value().multiply(quantity.value(), UnitValue.DIGITS),
                        null,
                        1,
                        evidence(booking, quantity, unit.get().day()));
            }
        }
        return new Flow(
                booking.account(),
                booking.date(),
                FlowKind.TRANSFER_OF_UNITS,
                null,
                null,
                null,
                1,
                evidence(booking, quantity, null));
    }

    private static Evidence evidence(BookingLine booking, Quantity quantity, @Nullable LocalDate pricedOn) {
        return new Evidence(booking.isin(), booking.symbol(), quantity.value(), null, pricedOn, booking.sources());
    }
}
