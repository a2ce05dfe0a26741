package io.dividendsomatic.dividends.matching;

/** What a line of dividend income is, by the names that the REST contract gives. */
public enum PaymentKind {
    DIVIDEND,
    PAYMENT_IN_LIEU,
    /** Tax that no payment claims, or that two could. */
    UNALLOCATED_TAX
}
