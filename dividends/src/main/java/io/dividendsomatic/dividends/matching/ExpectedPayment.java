package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dividend that a broker expects or expected for an account.
 *
 * @param rate per share, gross
 * @param gross in {@code currency}
 * @param taxRate that the broker expects to withhold, 0.15 for 15 percent
 * @param since the first day that a dated row speaks of, else the ex date: nobody knew of it before
 * @param open whether it still stands on the broker's books: neither paid nor called off
 * @param takenOff the day on which it went off them, where a row tells it
 */
public record ExpectedPayment(
        AccountId account,
        Instrument instrument,
        InstrumentKey key,
        @Nullable LocalDate exDate,
        @Nullable LocalDate payDate,
        CurrencyCode currency,
        @Nullable PerShare rate,
        @Nullable Quantity quantity,
        @Nullable Amount gross,
        @Nullable BigDecimal taxRate,
        @Nullable LocalDate since,
        boolean open,
        @Nullable LocalDate takenOff,
        List<SourceRef> sources) {
    /** The paying agent's day and the broker's are this far apart at most. */
    private static final int PAY_DATE_DAYS = 7;
    /** Brokers take an accrual off the books on its pay date or just before it. */
    private static final int DAYS_EARLY = 3;

    static final Comparator<ExpectedPayment> BY_DATE = Comparator.comparing(
                    ExpectedPayment::payDate, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(ExpectedPayment::key)
            .thenComparing(ExpectedPayment::sources, Comparator.comparing(List::toString));

    public ExpectedPayment {
        sources = List.copyOf(sources);
    }

    /** Whether the money should have come: it was not called off before its pay date. */
    public boolean isOwed() {
        return open || (takenOff != null && payDate != null && !takenOff.isBefore(payDate.minusDays(DAYS_EARLY)));
    }

    /** Whether this payment is the one that was expected. */
    public boolean foretold(Payment payment) {
        return account.equals(payment.account())
                && key.equals(payment.key())
                && currency.equals(payment.currency())
                && foretold(payment.payDate(), payment.terms());
    }

    /**
     * Whether the money came with this payment: it is the one that was expected, or it came at that time at another rate.
     * An expectation that still stands is not met by a payment that another foretold; one that the broker took off its
     * books when the other was paid is, since brokers correct a rate so.
     */
    public boolean isMetBy(Payment payment, Collection<ExpectedPayment> others) {
        return foretold(payment)
                || (account.equals(payment.account())
                        && key.equals(payment.key())
                        && isNear(payment.payDate())
                        && (!open || others.stream().noneMatch(other -> other.foretold(payment))));
    }

    private boolean isNear(LocalDate paid) {
        return payDate != null && Math.abs(ChronoUnit.DAYS.between(payDate, paid)) <= PAY_DATE_DAYS;
    }

    /** Whether a payment of the instrument and currency that day and on these terms is the one that was expected. */
    boolean foretold(LocalDate paid, Terms terms) {
        PerShare stated = terms.perShare();
        return (stated == null || rate == null || stated.agreesWith(rate))
                && (terms.exDate() == null || exDate == null || terms.exDate().equals(exDate))
                && isNear(paid);
    }
}
