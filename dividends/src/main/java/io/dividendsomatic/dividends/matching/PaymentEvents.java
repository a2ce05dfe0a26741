package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are one payment of the issuer: those of one account, instrument and pay date that were paid at one rate per
 * share, so that an ordinary and an in-lieu part are one, and a regular and a special dividend are two. A row that names
 * no rate goes with the one of its day that carries the same number of the broker, else with the only one of the other
 * kind; rows of a day that all name none are one payment, a special one apart.
 */
final class PaymentEvents {
    private final AccountId account;

    private PaymentEvents(AccountId account) {
        this.account = account;
    }

    private record Day(@Nullable InstrumentKey key, LocalDate date) {}

    /** The identity of the event of each payment row, by the row's own. */
    static Map<FactId, FactId> of(AccountId account, Collection<CashRow> payments) {
        PaymentEvents events = new PaymentEvents(account);
        Map<FactId, FactId> ids = new HashMap<>();
        payments.stream()
                .collect(Collectors.groupingBy(row -> new Day(row.key(), row.date())))
                .forEach((day, rows) -> events.name(day, rows, ids));
        return ids;
    }

    private void name(Day day, List<CashRow> rows, Map<FactId, FactId> ids) {
        List<CashRow> rated =
                rows.stream().filter(row -> row.stated().perShare() != null).toList();
        for (CashRow row : rows) {
            ids.put(row.id(), id(day, label(row, rated)));
        }
    }

    private static String label(CashRow row, List<CashRow> rated) {
        if (row.stated().perShare() != null) {
            return rate(row);
        }
        Set<String> numbered = rated.stream()
                .filter(row::sharesEventWith)
                .map(PaymentEvents::rate)
                .collect(Collectors.toSet());
        if (numbered.size() == 1) {
            return numbered.iterator().next();
        }
        Set<String> fitting = rated.stream()
                .filter(other -> other.kind() != row.kind())
                .filter(other -> special(other) == special(row))
                .map(PaymentEvents::rate)
                .collect(Collectors.toSet());
        if (fitting.size() == 1) {
            return fitting.iterator().next();
        }
        return special(row) ? "special" : "regular";
    }

    private static boolean special(CashRow row) {
        return DividendWords.saysSpecial(row.text());
    }

    private static String rate(CashRow row) {
        PerShare rate = row.stated().perShare();
        return rate == null ? "" : rate.currency() + " " + rate.amount();
    }

    private FactId id(Day day, String label) {
        return FactId.of("payment event\n" + account + "\n" + day.key() + "\n" + day.date() + "\n" + label);
    }
}
