package io.dividendsomatic.portfolio.ledger.reconciliation;

/** What a comparison says. */
public enum Verdict {
    MATCH,
    BREAK,
    /** One of the two sides says nothing of it. */
    NOT_STATED
}
