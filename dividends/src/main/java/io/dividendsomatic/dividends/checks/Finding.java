package io.dividendsomatic.dividends.checks;

import io.dividendsomatic.dividends.matching.Payment;
import java.util.Comparator;
import java.util.List;

/**
 * That payments look wrong.
 *
 * @param message in words, with the figures that gave rise to it
 * @param payments with their rows, by date
 */
public record Finding(Check check, Severity severity, String message, List<Payment> payments) {
    static final Comparator<Finding> IN_ORDER = Comparator.comparing(Finding::check)
            .thenComparing(finding -> finding.payments().getFirst(), Payment.BY_DATE)
            .thenComparing(Finding::message);

    public Finding {
        payments = payments.stream().sorted(Payment.BY_DATE).toList();
    }

    /** What was looked at. */
    public enum Check {
        /** A currency in which no dividend is expected. */
        UNUSUAL_CURRENCY,
        /** A currency that companies of the ISIN's country do not pay in. */
        CURRENCY_OF_COUNTRY,
        /** A rate per share beyond what is plausible in its currency. */
        SUSPICIOUS_RATE,
        /** A rate per share far from the usual one of the instrument. */
        INCONSISTENT_RATE,
        /** An instrument of which some payments state a rate per share and some do not. */
        MIXED_TERMS,
        /** Payments of an account and currency in a row without a rate to the reporting currency, or with one of 1. */
        MISSING_FX,
        /** Two files that tell one payment in words that do not match. */
        TOLD_TWICE,
        /** A payment of which only what came after tax is told: its gross and its tax are not known. */
        AFTER_TAX_ONLY
    }

    /** How bad it is. */
    public enum Severity {
        WARNING,
        INFO
    }
}
