package io.dividendsomatic.portfolio.statement;

import org.jspecify.annotations.Nullable;

/**
 * The broker's own numbers for a row; what a file does not give is absent.
 *
 * @param transaction unique to this row for all time, in every file of the broker that tells it
 * @param trade unique to the execution
 * @param order shared by the executions of one order
 * @param event shared by all rows of one event: a dividend and its tax, the legs of an exchange
 */
public record References(
        @Nullable String transaction,
        @Nullable String trade,
        @Nullable String order,
        @Nullable String event) {
    public static final References NONE = new References(null, null, null, null);

    /** Of a broker that numbers its rows and nothing else. */
    public static References ofTransaction(@Nullable String transaction) {
        return transaction == null ? NONE : new References(transaction, null, null, null);
    }
}
