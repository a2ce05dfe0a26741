package io.dividendsomatic.portfolio.fx;

/** Whose word a rate is, in the order in which they are asked. A rate made of several is as good as its last. */
public enum Step {
    /** A currency to itself. */
    IDENTITY,
    /** The rate that stands on the fact's own row. */
    OWN,
    /** What the fact's account states for that day. */
    SAME_ACCOUNT,
    /** What another account states for that day. */
    OTHER_ACCOUNT,
    /** What the user states for that day, or last before it within {@value ReferenceBook#DAYS_BACK} days. */
    MANUAL,
    /** What a central bank published for that day, or last before it within the same time. */
    REFERENCE;

    Step worse(Step other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
