package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.statement.Trade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trade does to the lots: it closes units of the other side first, and opens what is left; exercise, assignment
 * and expiry of contracts only close. A sale opens a short position only where the broker's code says that it opens, or
 * the position is short, or the instrument can be; elsewhere the units must have come before the first file.
 */
final class TradeLots {
    private static final String OPENS = "O";
    private static final String CLOSES = "C";

    private TradeLots() {}

    static void apply(Book book, Booking booking, Trade trade) {
        apply(book, booking, trade, TradeCash.of(booking, trade));
    }

    /** A delivery for options that were exercised or assigned: what they had cost is paid with it. */
    static void deliver(Book book, Booking booking, Trade trade, List<Booking> options) {
        TradeCash cash = TradeCash.of(booking, trade);
        for (Booking option : options) {
            cash = cash.less(premium(book, option, (Trade) option.row()));
        }
        apply(book, booking, trade, cash);
    }

    /** Takes the contracts away, and tells what they had cost; negative for what written ones had brought. */
    private static TradeCash premium(Book book, Booking booking, Trade option) {
        Pool pool = book.pool(option.instrument(), option.currency());
        LocalDate date = option.when().date();
        TradeCash cash = TradeCash.of(booking, option);
        Lots.Taken taken = pool.take(option.quantity().value().abs());
        book.missing(taken, date, pool, booking.id());
        book.depart(booking.id(), date, pool, taken.lots());
        pool.note(date, option.quantity().value());
        BigDecimal cost = taken.missing().signum() > 0 ? null : Lot.cost(taken.lots());
        return new TradeCash(
                cost == null || cash.total() == null ? null : cost.subtract(cash.total()),
                CostApart.both(Lot.apart(taken.lots()), cash.apart()));
    }

    private static void apply(Book book, Booking booking, Trade trade, TradeCash cash) {
        Pool pool = book.pool(trade.instrument(), trade.currency());
        LocalDate date = trade.when().date();
        BigDecimal quantity = trade.quantity().value();
        if (quantity.signum() == 0) {
            return;
        }
        if (cash.total() == null) {
            book.ask(OpenQuestion.Kind.COST_UNKNOWN, date, pool, List.of(booking.id()));
        }
        adopt(book, pool, quantity, date);
        BigDecimal held = pool.quantity();
        boolean closes = held.signum() == -quantity.signum();
        BigDecimal closed = closes ? held.abs().min(quantity.abs()) : BigDecimal.ZERO;
        BigDecimal rest = quantity.abs().subtract(closed);
        boolean opens = rest.signum() > 0
                && !Exercises.ends(trade, book.rules)
                && (quantity.signum() > 0 || mayOpenShort(book, trade, held));
        BigDecimal closing = opens ? closed : quantity.abs();
        BigDecimal closingCash = share(cash.total(), closing, quantity.abs());
        List<CostApart> closingApart = CostApart.share(cash.apart(), closing, quantity.abs());
        if (closing.signum() > 0) {
            Lots.Taken taken = pool.take(closing);
            book.missing(taken, date, pool, booking.id());
            book.realize(
                    booking,
                    pool,
                    date,
                    taken,
                    closingCash,
                    closingApart,
                    trade.statedGain(),
                    positive(trade.statedCost()));
        }
        if (opens) {
            BigDecimal cost = cash.total() == null || closingCash == null ? null : closingCash.subtract(cash.total());
            pool.add(Lot.of(date, new Quantity(signed(rest, quantity)).value(), cost, booking.id())
                    .beside(CostApart.less(cash.apart(), closingApart)));
        }
        pool.note(date, quantity);
    }

    /** Units that came without a currency are of the first trade that closes them; their cost stays unknown. */
    private static void adopt(Book book, Pool pool, BigDecimal quantity, LocalDate date) {
        if (pool.key.currency() == null || pool.quantity().signum() == -quantity.signum()) {
            return;
        }
        for (Pool other : book.holding(pool.key.instrument())) {
            if (other.key.currency() == null && other.quantity().signum() == -quantity.signum()) {
                BigDecimal units = other.quantity();
                pool.addAll(other.take(units.abs()).lots());
                other.note(date, units.negate());
                pool.note(date, units);
            }
        }
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

    /** Files give the cost of what is sold the sign of its units. */
    private static @Nullable Amount positive(@Nullable Amount stated) {
        return stated == null ? null : new Amount(stated.value().abs());
    }

    private static BigDecimal signed(BigDecimal units, BigDecimal like) {
        return like.signum() < 0 ? units.negate() : units;
    }
}
