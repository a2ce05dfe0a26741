package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an account is.
 *
 * @param newest the number of its newest event that told something; −1 when there is none
 * @param settled the number of the newest one that was taken in; −1 when there is none
 * @param settledAt when the latest of those was recorded
 * @param reports the number of the newest report of positions that was taken in; −1 when there is none
 * @param reportsAt when the latest of those was recorded
 * @param holdings the generation that they were read from
 */
record Progress(
        AccountId account,
        long newest,
        long settled,
        Instant settledAt,
        @Nullable String rules,
        long reports,
        Instant reportsAt,
        int holdings) {

    boolean isStale(String currentRules) {
        return newest >= 0 && (settled < newest || !currentRules.equals(rules));
    }

    /** Whether it has bookings that other reports than these were held against. */
    boolean isStale(long newestReport, int currentHoldings) {
        return newest >= 0 && (reports != newestReport || holdings != currentHoldings);
    }

    /** Whether its bookings are settled otherwise than they were known then, by the rules of then. */
    boolean settledOtherwise(Instant knownAt, String rulesThen) {
        return newest >= 0 && (settledAt.isAfter(knownAt) || !rulesThen.equals(rules));
    }

    /** Whether anything is. */
    boolean knowsOtherwise(Instant knownAt, String rulesThen) {
        return settledOtherwise(knownAt, rulesThen) || reportsAt.isAfter(knownAt);
    }
}
