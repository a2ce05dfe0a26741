package io.dividendsomatic.dividends.outlook;

/** How certain a payment is, by the names that the REST contract gives. */
public enum Certainty {
    /** The money came. */
    PAID,
    /** The broker has it on its books. */
    DECLARED,
    /** It would go on as before. */
    ESTIMATED
}
