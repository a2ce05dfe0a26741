package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.kernel.Money;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Money in a table has a column for the amount and one for the currency. */
final class TableCells {

    private TableCells() {}

    static @Nullable Object amount(@Nullable Money money) {
        return money == null ? null : money.amount().value();
    }

    /** The amount where it is money. */
    static @Nullable Object amountOf(@Nullable Object value) {
        return value instanceof Money money ? amount(money) : null;
    }

    /** Several sums, which may be of several currencies, in one cell: {@code EUR -2; GBP -1.5}. */
    static @Nullable Object sums(List<Money> sums) {
        return sums.isEmpty()
                ? null
                : sums.stream().map(sum -> sum.currency() + " " + sum.amount()).collect(Collectors.joining("; "));
    }

    static @Nullable Object currency(@Nullable Money money) {
        return money == null ? null : money.currency();
    }
}
