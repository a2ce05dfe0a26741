package io.dividendsomatic.ingestion.format.exante;

import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.RefusedRow;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Money;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows tell one trade: the units of the security, the money for them, and the commission stand in a row each, of
 * one symbol and one moment. Of several trades at one moment the first units belong to the first money.
 */
final class Legs {
    private final Map<Integer, Transaction> money = new HashMap<>();
    private final Map<Integer, Transaction> commission = new HashMap<>();
    private final Map<Integer, Integer> main = new HashMap<>();
    private final Map<Integer, Transaction> rows = new HashMap<>();

    private Legs() {}

    static Legs of(List<Transaction> transactions) {
        Legs legs = new Legs();
        transactions.stream()
                .filter(Legs::isOfTrade)
                .collect(Collectors.groupingBy(Transaction::trade, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(legs::join);
        return legs;
    }

    /** The line of the row whose fact this line is a part of; absent for a row that stands for itself. */
    @Nullable
    Integer main(int line) {
        return main.get(line);
    }

    @Nullable
    AccountId account(int line) {
        Transaction row = rows.get(line);
        return row == null ? null : row.account();
    }

    Fact fact(Transaction transaction) {
        Transaction paid = money.get(transaction.line());
        Transaction charged = commission.get(transaction.line());
        Money cash = paid == null ? null : paid.cash().orElse(null);
        return cash == null
                ? transaction.fact()
                : transaction.tradeFor(
                        cash, charged == null ? null : charged.cash().orElse(null));
    }

    private void join(List<Transaction> group) {
        List<Transaction> units = group.stream()
                .filter(row -> row.isTrade() && row.cash().isEmpty())
                .toList();
        List<Transaction> cash = group.stream()
                .filter(row -> row.isTrade() && row.cash().isPresent())
                .toList();
        List<Transaction> charges =
                group.stream().filter(Transaction::isCommission).toList();
        for (int i = 0; i < Math.min(units.size(), cash.size()); i++) {
            add(units.get(i), cash.get(i), money);
            if (i < charges.size()) {
                add(units.get(i), charges.get(i), commission);
            }
        }
    }

    private void add(Transaction whole, Transaction part, Map<Integer, Transaction> parts) {
        parts.put(whole.line(), part);
        main.put(part.line(), whole.line());
        rows.put(part.line(), part);
    }

    /** Whether the row is a leg that can be read; one that cannot is refused when its turn comes. */
    private static boolean isOfTrade(Transaction row) {
        try {
            if (!row.isTrade() && !row.isCommission()) {
                return false;
            }
            row.trade();
            row.cash();
            return true;
        } catch (RefusedRow refused) {
            return false;
        }
    }
}
