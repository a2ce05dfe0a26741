package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * From where an answer comes.
 *
 * @param settled the accounts whose tables tell it; where {@code isNow}, all when empty
 * @param isNow whether the tables tell it of every account that is asked for
 * @param histories of the other accounts, folded as of then
 */
record Extract(List<AccountId> settled, boolean isNow, List<AccountHistory> histories) {

    Extract {
        settled = List.copyOf(settled);
        histories = List.copyOf(histories);
    }

    Stream<AccountHistory> past() {
        return histories.stream();
    }

    /** What the tables tell. */
    <R> Stream<R> read(PaymentQuery query, Function<PaymentQuery, List<R>> tables) {
        if (isNow) {
            return tables.apply(query).stream();
        }
        return settled.isEmpty() ? Stream.empty() : tables.apply(query.ofAccounts(settled)).stream();
    }
}
