package io.dividendsomatic.portfolio.ledger.lots;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.actions.ActionEvent;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One change of the lots, at its place in the day: first what holds from the day's beginning (corporate actions without a
 * time, units that are transferred in), then trades and timed corporate actions by time, at last units that are
 * transferred out. Corporate actions that state units go before those that do not. Trades of one time, or without one, open before they close, so that no shortage appears that the day
 * did not have, and then follow the broker's numbers.
 */
record Step(
        LocalDate date,
        Phase phase,
        @Nullable LocalTime time,
        int closing,
        String number,
        FactId id,
        Consumer<Book> change)
        implements Comparable<Step> {
    private static final Comparator<Step> ORDER = comparing(Step::date)
            .thenComparing(Step::phase)
            .thenComparing(Step::time, nullsFirst(naturalOrder()))
            .thenComparingInt(Step::closing)
            .thenComparingInt(step -> step.number().length())
            .thenComparing(Step::number)
            .thenComparing(Step::id);

    private static final int REPORTED = 4;

    /** Parts of a day. */
    enum Phase {
        MORNING,
        TRADING,
        EVENING
    }

    static Step of(Booking booking, Trade trade) {
        return of(booking, trade, book -> TradeLots.apply(book, booking, trade));
    }

    /** The delivery of an underlying for these options. */
    static Step of(Booking booking, Trade trade, List<Booking> options) {
        return of(booking, trade, book -> TradeLots.deliver(book, booking, trade, options));
    }

    private static Step of(Booking booking, Trade trade, Consumer<Book> change) {
        return new Step(
                trade.when().date(),
                Phase.TRADING,
                trade.when().time(),
                closing(trade),
                numberOf(trade.references()),
                booking.id(),
                change);
    }

    static Step of(Booking booking, Transfer transfer) {
        boolean in = transfer.quantity() != null && transfer.quantity().value().signum() > 0;
        return new Step(
                transfer.date(),
                in ? Phase.MORNING : Phase.EVENING,
                null,
                0,
                numberOf(transfer.references()),
                booking.id(),
                book -> TransferLots.apply(book, booking, transfer));
    }

    /** A report tells how its day ended: after everything else. */
    static Step of(OpeningReport report) {
        return new Step(
                report.day(), Phase.EVENING, null, REPORTED, "", FactId.of("report " + report.day()), report::open);
    }

    static Step of(ActionEvent event) {
        LocalTime time = event.time();
        boolean untimed = time == null || time.equals(LocalTime.MIDNIGHT);
        return new Step(
                event.date(),
                untimed ? Phase.MORNING : Phase.TRADING,
                untimed ? null : time,
                event.in().isEmpty() && event.out().isEmpty() ? 1 : 0,
                "",
                event.id(),
                book -> ActionLots.apply(book, event));
    }

    /** Brokers count upwards, so that a longer number is a later one. */
    private static String numberOf(References references) {
        String trade = references.trade();
        String transaction = references.transaction();
        return trade != null ? trade : transaction != null ? transaction : "";
    }

    private static int closing(Trade trade) {
        boolean buys = trade.quantity().value().signum() > 0;
        boolean opens = trade.codes().contains("O");
        boolean closes = trade.codes().contains("C");
        return opens == closes ? (buys ? 1 : 2) : opens ? 0 : 3;
    }

    @Override
    public int compareTo(Step other) {
        return ORDER.compare(this, other);
    }
}
