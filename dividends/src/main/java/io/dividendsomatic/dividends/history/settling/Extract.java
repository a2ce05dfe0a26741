package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * From where an answer comes.
 *
 * @param settled the accounts whose tables tell it; where {@code isNow}, all when empty
 * @param isNow whether the tables tell it of every account that is asked for
 * @param histories of the other accounts, each folded as of then when the one before it has been looked at, so that a
 *     single look holds no more of them than it asks for
 */
record Extract(List<AccountId> settled, boolean isNow, Supplier<Stream<AccountHistory>> histories) {

    Extract {
        settled = List.copyOf(settled);
    }

    static Extract ofNow(List<AccountId> accounts) {
        return new Extract(accounts, true, Stream::empty);
    }

    Stream<AccountHistory> past() {
        return histories.get();
    }

    /** The same, folded once for all looks. */
    Extract kept() {
        List<AccountHistory> folded = past().toList();
        return new Extract(settled, isNow, folded::stream);
    }

    /** What the tables tell. */
    <R> Stream<R> read(PaymentQuery query, Function<PaymentQuery, List<R>> tables) {
        if (isNow) {
            return tables.apply(query).stream();
        }
        return settled.isEmpty() ? Stream.empty() : tables.apply(query.ofAccounts(settled)).stream();
    }
}
