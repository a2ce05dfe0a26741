package io.dividendsomatic.portfolio.transactions.settling;

import java.util.function.Function;

/**
 * Part of what was compared.
 *
 * @param upToDate whether everything that is known was; else it is from just before, and the rest is being compared
 */
public record Compared<T>(Slice<T> slice, boolean upToDate) {

    public <R> Compared<R> map(Function<T, R> each) {
        return new Compared<>(slice.map(each), upToDate);
    }
}
