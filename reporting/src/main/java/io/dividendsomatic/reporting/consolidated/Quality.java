package io.dividendsomatic.reporting.consolidated;

import java.util.Collection;

/** How good a figure is, the best first. A sum is as good as the worst of its parts. */
public enum Quality {
    /** As the broker reported it for a day that is near enough. */
    ACTUAL,
    /** The last report rolled forward by bookings, or bookings alone, at prices of the day. */
    RECONSTRUCTED,
    /** At prices that are older than the day by more than {@value #STALE_AFTER_DAYS} days. */
    STALE_PRICE,
    /** Without any price: what it cost stands for what it is worth. */
    ESTIMATED,
    /** Some part is not known, and in no sum. */
    NOT_STATED,
    /** Some part has no exchange rate, and is in no sum. */
    FX_MISSING;

    /** A week: longer than any weekend with holidays. */
    public static final int STALE_AFTER_DAYS = 7;

    /** Of a sum of flows: what has no value is in none. */
    public static Quality of(Collection<Converted> flows) {
        return flows.stream().map(Quality::of).reduce(ACTUAL, Quality::worse);
    }

    private static Quality of(Converted flow) {
        if (flow.value() != null) {
            return ACTUAL;
        }
        return flow.flow().amount() == null ? NOT_STATED : FX_MISSING;
    }

    public Quality worse(Quality other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
