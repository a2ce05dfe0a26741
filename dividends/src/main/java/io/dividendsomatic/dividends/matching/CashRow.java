package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A booking of a dividend, of a payment in lieu, or of tax, in one shape.
 *
 * @param kind for tax {@code UNALLOCATED_TAX}, which it is until a payment claims it
 * @param inLieu of tax: whether its words say so
 */
record CashRow(
        FactId id,
        PaymentKind kind,
        @Nullable Instrument instrument,
        @Nullable InstrumentKey key,
        CashMovement movement,
        Terms stated,
        boolean inLieu,
        List<SourceRef> sources) {
    static final Comparator<CashRow> BY_DATE =
            Comparator.comparing(CashRow::date).thenComparing(CashRow::id);

    /** The row of that booking, or nothing when it is about something else. */
    static Optional<CashRow> of(Booking booking, Instruments instruments) {
        return switch (booking.row()) {
            case CashDividend d ->
                Optional.of(row(
                        booking,
                        PaymentKind.DIVIDEND,
                        d.instrument(),
                        d.movement(),
                        stated(d.movement(), d.exDate(), d.perShare(), d.quantity()),
                        instruments));
            case PaymentInLieu p ->
                Optional.of(row(
                        booking,
                        PaymentKind.PAYMENT_IN_LIEU,
                        p.instrument(),
                        p.movement(),
                        stated(p.movement(), p.exDate(), p.perShare(), p.quantity()),
                        instruments));
            case WithholdingTax w ->
                Optional.of(row(
                        booking,
                        PaymentKind.UNALLOCATED_TAX,
                        w.instrument(),
                        w.movement(),
                        stated(w.movement(), w.exDate(), null, null),
                        instruments));
            default -> Optional.empty();
        };
    }

    private static CashRow row(
            Booking booking,
            PaymentKind kind,
            @Nullable Instrument instrument,
            CashMovement movement,
            Terms stated,
            Instruments instruments) {
        return new CashRow(
                booking.id(),
                kind,
                instrument,
                instrument == null ? null : instruments.key(instrument),
                movement,
                stated,
                kind == PaymentKind.PAYMENT_IN_LIEU || DividendWords.saysInLieu(movement.description()),
                booking.sources());
    }

    private static Terms stated(
            CashMovement movement,
            @Nullable LocalDate exDate,
            @Nullable UnitPrice perShare,
            @Nullable Quantity quantity) {
        PerShare rate = perShare != null
                ? new PerShare(perShare, movement.amount().currency(), PerShare.Origin.COLUMN)
                : DividendWords.perShare(movement.description()).orElse(null);
        return new Terms(exDate, rate, quantity, null);
    }

    boolean isTax() {
        return kind == PaymentKind.UNALLOCATED_TAX;
    }

    /** Whether its file tells what came after tax, and no gross. */
    boolean isAfterTax() {
        return !isTax() && DividendWords.saysAfterTax(text());
    }

    LocalDate date() {
        return movement.date();
    }

    CurrencyCode currency() {
        return movement.amount().currency();
    }

    /** The signed effect on cash. */
    Amount amount() {
        return movement.amount().amount();
    }

    int sign() {
        return amount().value().signum();
    }

    @Nullable
    String event() {
        return movement.references().event();
    }

    @Nullable
    String text() {
        return movement.description();
    }

    /** Whether both carry one number that the broker gave to an event. */
    boolean sharesEventWith(CashRow other) {
        return event() != null && event().equals(other.event());
    }

    /** Whether the broker gave numbers to the events of both, and two. */
    boolean contradictsEventOf(CashRow other) {
        return event() != null && other.event() != null && !event().equals(other.event());
    }

    /** Whether one line of a file tells both. */
    boolean sharesALineWith(CashRow other) {
        return sources.stream().anyMatch(other.sources::contains);
    }

    /** Whether both name a rate per share, and another one. */
    boolean contradictsRateOf(CashRow other) {
        PerShare mine = stated.perShare();
        PerShare its = other.stated.perShare();
        return mine != null && its != null && mine.currency().equals(its.currency()) && !mine.agreesWith(its);
    }

    boolean namesRateOf(CashRow other) {
        PerShare mine = stated.perShare();
        PerShare its = other.stated.perShare();
        return mine != null && its != null && mine.agreesWith(its);
    }
}
