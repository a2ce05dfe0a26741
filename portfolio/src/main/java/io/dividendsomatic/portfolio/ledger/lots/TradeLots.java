package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.statement.Trade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trade does to the lots: it closes units of the other side first, and opens what is left. A sale opens a short
 * position only where the broker's code says that it opens, or the position is short, or the instrument can be;
 * elsewhere the units must have come before the first file.
 */
final class TradeLots {
    private static final String OPENS = "O";
    private static final String CLOSES = "C";

    private TradeLots() {}

    static void apply(Book book, Booking booking, Trade trade) {
        Pool pool = book.pool(trade.instrument(), trade.currency());
        LocalDate date = trade.when().date();
        TradeCash cash = TradeCash.of(booking, trade);
        cash.apart().forEach(pool::apart);
        BigDecimal quantity = trade.quantity().value();
        if (quantity.signum() == 0) {
            return;
        }
        if (cash.total() == null) {
            book.ask(OpenQuestion.Kind.COST_UNKNOWN, date, pool, List.of(booking.id()));
        }
        BigDecimal held = pool.quantity();
        boolean closes = held.signum() == -quantity.signum();
        BigDecimal closed = closes ? held.abs().min(quantity.abs()) : BigDecimal.ZERO;
        BigDecimal rest = quantity.abs().subtract(closed);
        boolean opens = rest.signum() > 0 && (quantity.signum() > 0 || mayOpenShort(book, trade, held));
        BigDecimal closing = opens ? closed : quantity.abs();
        BigDecimal closingCash = share(cash.total(), closing, quantity.abs());
        if (closing.signum() > 0) {
            Lots.Taken taken = pool.take(closing);
            book.missing(taken, date, pool, booking.id());
            book.realize(booking, pool, date, taken, closingCash, cash.apart(), trade.statedGain());
        }
        if (opens) {
            BigDecimal cost = cash.total() == null || closingCash == null ? null : closingCash.subtract(cash.total());
            pool.add(Lot.of(date, new Quantity(signed(rest, quantity)).value(), cost, booking.id()));
        }
        pool.note(date, quantity);
    }

    private static boolean mayOpenShort(Book book, Trade trade, BigDecimal held) {
        if (held.signum() < 0 || trade.codes().contains(OPENS)) {
            return true;
        }
        return !trade.codes().contains(CLOSES) && book.rules.canBeShort().test(trade.instrument());
    }

    private static @Nullable BigDecimal share(@Nullable BigDecimal total, BigDecimal part, BigDecimal whole) {
        if (total == null) {
            return null;
        }
        return part.signum() == 0 ? BigDecimal.ZERO : Share.of(total, part, whole);
    }

    private static BigDecimal signed(BigDecimal units, BigDecimal like) {
        return like.signum() < 0 ? units.negate() : units;
    }
}
