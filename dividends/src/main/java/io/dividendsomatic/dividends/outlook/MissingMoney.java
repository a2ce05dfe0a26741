package io.dividendsomatic.dividends.outlook;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Money that an account was entitled to and did not get, or not as before.
 *
 * @param date on which it was due or paid
 * @param basis what the expectation rests on
 * @param expected gross, or tax where it is about tax, in {@code currency}
 * @param payments that it is about; of what never came, those that others got or that it would have followed
 */
public record MissingMoney(
        Kind kind,
        Basis basis,
        AccountId account,
        Instrument instrument,
        LocalDate date,
        CurrencyCode currency,
        Amount expected,
        Amount received,
        List<FactId> payments,
        List<SourceRef> sources) {
    public static final Comparator<MissingMoney> BY_DATE = Comparator.comparing(MissingMoney::date)
            .thenComparing(MissingMoney::account)
            .thenComparing(finding -> finding.instrument().toString())
            .thenComparing(MissingMoney::kind)
            .thenComparing(MissingMoney::basis)
            .thenComparing(finding -> finding.payments().toString());

    public MissingMoney {
        payments = List.copyOf(payments);
        sources = List.copyOf(sources);
    }

    /** What is wrong. */
    public enum Kind {
        /** Nothing came in time. */
        LATE,
        /** Less came than the shares were entitled to. */
        SHORT,
        /** More or less of it was withheld than before, or than the broker expected. */
        TAXED_OTHERWISE,
        /** A payment in lieu came without tax while the ordinary part was taxed. */
        IN_LIEU_WITHOUT_TAX,
        /** A payment was taken back and its tax was not. */
        REFUND_MISSING
    }

    /** What an expectation rests on, the strongest first. */
    public enum Basis {
        /** The broker's accrual. */
        ACCRUAL,
        /** Shares held on the day and a rate that was paid to somebody. */
        ENTITLEMENT,
        /** That it always came so. */
        HABIT,
        /** The rows of the payment itself. */
        ROWS
    }

    /** Expected less received. */
    public Amount difference() {
        return new Amount(expected.value().subtract(received.value()));
    }
}
