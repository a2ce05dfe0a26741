package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a transfer of units does to the lots. Going out it takes the first lots and exposes them, so that they can travel;
 * coming in it brings the lots that travelled, else one lot of its day for the cost that the file states, which may be
 * unknown. Nothing is realized.
 */
final class TransferLots {

    private TransferLots() {}

    static void apply(Book book, Booking booking, Transfer transfer) {
        Instrument instrument = transfer.instrument();
        Quantity quantity = transfer.quantity();
        if (instrument == null || quantity == null || quantity.value().signum() == 0) {
            return;
        }
        BigDecimal units = quantity.value();
        CurrencyCode stated = currency(transfer);
        Pool pool =
                stated != null && units.signum() > 0 ? book.pool(instrument, stated) : book.poolOf(instrument, stated);
        LocalDate date = transfer.date();
        boolean takes = units.signum() < 0 || pool.quantity().signum() < 0;
        BigDecimal rest = BigDecimal.ZERO;
        if (takes) {
            Lots.Taken taken = pool.take(units.abs());
            book.depart(booking.id(), date, pool, taken.lots());
            rest = taken.missing();
            if (units.signum() < 0) {
                book.missing(taken, date, pool, booking.id());
            }
        }
        if (units.signum() > 0) {
            pool.addAll(coming(book, booking, transfer, pool, takes ? rest : units));
        }
        pool.note(date, units);
    }

    private static List<Lot> coming(Book book, Booking booking, Transfer transfer, Pool pool, BigDecimal units) {
        List<Lot> travelled = book.rules.arriving().getOrDefault(booking.id(), List.of());
        if (Lot.quantity(travelled).compareTo(units) == 0) {
            return travelled;
        }
        Money stated = transfer.costBasis();
        boolean usable = stated != null && stated.currency().equals(pool.key.currency());
        BigDecimal cost = stated != null && usable ? stated.amount().value() : null;
        return List.of(Lot.of(transfer.date(), units, cost, booking.id()));
    }

    private static @Nullable CurrencyCode currency(Transfer transfer) {
        Money stated = transfer.costBasis() != null ? transfer.costBasis() : transfer.marketValue();
        return stated == null ? null : stated.currency();
    }
}
