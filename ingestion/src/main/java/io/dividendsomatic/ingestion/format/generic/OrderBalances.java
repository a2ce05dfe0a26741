package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The balances that stand beside the rows of which one fact is made. Of each currency the one counts after which none of
 * these rows comes: the others stood there in between. Where the rows do not lead to a single one, none does.
 */
final class OrderBalances {
    private final Map<CurrencyCode, List<Beside>> all = new TreeMap<>();

    private OrderBalances() {}

    /** @param before what stood there before the row, as far as its amount tells */
    private record Beside(CashBalance printed, @Nullable BigDecimal before) {
        boolean comesAfter(Beside other) {
            return !equals(other) && before != null && before.compareTo(after(other)) == 0;
        }

        private static BigDecimal after(Beside row) {
            return row.printed.balance().value();
        }
    }

    /** @param main as it stands in the file, before anything is added to it */
    static OrderBalances beside(Fact main) {
        OrderBalances balances = new OrderBalances();
        balances.add(main);
        return balances;
    }

    void add(Fact row) {
        Money moved = moved(row.rows().getFirst());
        for (StatementRow told : row.rows()) {
            if (told instanceof CashBalance printed) {
                BigDecimal before = moved != null && moved.currency().equals(printed.currency())
                        ? printed.balance().value().subtract(moved.amount().value())
                        : null;
                all.computeIfAbsent(printed.currency(), first -> new ArrayList<>())
                        .add(new Beside(printed, before));
            }
        }
    }

    /** The fact with these balances in the place of its own. */
    Fact in(Fact fact) {
        return new Fact(
                fact.account(),
                Stream.concat(fact.rows().stream().filter(row -> !(row instanceof CashBalance)), last())
                        .toList(),
                fact.flags());
    }

    private static @Nullable Money moved(StatementRow row) {
        if (!(row instanceof Trade trade)) {
            return JoinedRow.amount(row);
        }
        Amount proceeds = trade.proceeds();
        return proceeds == null ? null : new Money(proceeds, trade.currency());
    }

    private Stream<CashBalance> last() {
        return all.values().stream().flatMap(rows -> {
            List<Beside> last = rows.stream()
                    .filter(row -> rows.stream().noneMatch(other -> other.comesAfter(row)))
                    .distinct()
                    .toList();
            return last.size() == 1 ? Stream.of(last.getFirst().printed()) : Stream.empty();
        });
    }
}
