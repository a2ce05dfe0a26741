package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PaymentKind;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.transactions.settling.BookingFigures;
import io.dividendsomatic.portfolio.transactions.settling.BookingLine;
import io.dividendsomatic.portfolio.transactions.settling.GainLine;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the bookings, payments and gains of an account are to a report. Dividends and their tax are taken from the matched
 * payments alone, gains from the lots alone, and the rest from the bookings, so that nothing counts twice.
 */
final class Flows {

    private Flows() {}

    static Stream<Flow> of(BookingLine booking) {
        BookingFigures figures = booking.figures();
        Money amount = figures.amount();
        FxRate own = figures.rateToBase();
        return switch (booking.kind()) {
            case TRADE -> costs(booking);
            case FX_CONVERSION -> charge(booking, FlowKind.CONVERSION_FEE, figures.fee(), own);
            case INTEREST ->
                amount == null
                        ? Stream.empty()
                        : charge(
                                booking,
                                InterestWords.kind(
                                        booking.description(), amount.amount().value()),
                                amount,
                                own);
            case FEE -> charge(booking, FlowKind.FEE, amount, own);
            case DEPOSIT -> moved(booking, FlowKind.DEPOSIT, amount, own);
            case WITHDRAWAL -> moved(booking, FlowKind.WITHDRAWAL, amount, own);
            case TRANSFER -> moved(booking, FlowKind.TRANSFER, amount, own);
            case DIVIDEND, PAYMENT_IN_LIEU, WITHHOLDING_TAX, CORPORATE_ACTION -> Stream.empty();
        };
    }

    private static Stream<Flow> costs(BookingLine trade) {
        BookingFigures figures = trade.figures();
        return Stream.concat(
                cost(trade, FlowKind.COMMISSION, figures.fee()), cost(trade, FlowKind.TRANSACTION_TAX, figures.tax()));
    }

    /** A charge in no gain is a flow of its own. The row's own rate converts the trade's currency only. */
    private static Stream<Flow> cost(BookingLine trade, FlowKind kind, @Nullable Money cost) {
        boolean apart = cost != null && trade.figures().costsApart().contains(cost);
        return charge(
                trade,
                apart ? FlowKind.CHARGE_APART : kind,
                cost,
                apart ? null : trade.figures().rateToBase());
    }

    private static Stream<Flow> charge(
            BookingLine booking, FlowKind kind, @Nullable Money money, @Nullable FxRate own) {
        return money == null || money.amount().value().signum() == 0
                ? Stream.empty()
                : Stream.of(new Flow(
                        booking.account(),
                        booking.date(),
                        kind,
                        money.currency(),
                        money.amount().value(),
                        own,
                        1));
    }

    /** What came from outside or went there names its lines: returns rest on it. */
    private static Stream<Flow> moved(BookingLine booking, FlowKind kind, @Nullable Money money, @Nullable FxRate own) {
        return charge(booking, kind, money, own)
                .map(flow -> new Flow(
                        flow.account(),
                        flow.date(),
                        kind,
                        flow.currency(),
                        flow.amount(),
                        own,
                        flow.facts(),
                        Evidence.ofMoney(booking.sources())));
    }

    static Stream<Flow> of(Payment payment) {
        Flow gross = new Flow(
                payment.account(),
                payment.payDate(),
                payment.kind() == PaymentKind.PAYMENT_IN_LIEU ? FlowKind.PAYMENT_IN_LIEU : FlowKind.DIVIDEND,
                payment.currency(),
                payment.gross().value(),
                payment.fxRateToBase(),
                payment.isStanding() ? 1 : 0);
        Flow tax = new Flow(
                payment.account(),
                payment.payDate(),
                FlowKind.WITHHOLDING_TAX,
                payment.currency(),
                payment.withholdingTax().value().negate(),
                payment.fxRateToBase(),
                payment.tax().size());
        return Stream.of(gross, tax)
                .filter(flow -> Objects.requireNonNull(flow.amount()).signum() != 0);
    }

    static Flow of(GainLine gain) {
        return new Flow(
                gain.account(),
                gain.date(),
                FlowKind.REALIZED,
                gain.currency(),
                gain.gain() == null ? null : gain.gain().value(),
                gain.rateToBase(),
                1);
    }
}
