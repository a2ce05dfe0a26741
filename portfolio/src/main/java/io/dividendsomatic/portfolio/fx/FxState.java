package io.dividendsomatic.portfolio.fx;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far everything is that rates rest on: where two are equal, so is every rate.
 *
 * @param stated of each account whose files state any, the number of the newest event that did
 * @param other how much the other tables hold, to which rows are only added
 */
public record FxState(
        int generation, Map<AccountId, CurrencyCode> bases, Map<AccountId, Long> stated, List<Long> other) {

    public FxState {
        bases = Map.copyOf(bases);
        stated = Map.copyOf(stated);
        other = List.copyOf(other);
    }

    static FxState read(JdbcClient jdbc, int generation) {
        return new FxState(
                generation,
                new StoredFx(jdbc, generation, Instant.MAX).bases(),
                stated(jdbc, generation),
                jdbc.sql("SELECT (SELECT COUNT(*) FROM holdings_withdrawal WHERE generation = :generation),"
                                + " (SELECT COUNT(restored_at) FROM holdings_withdrawal WHERE generation = :generation),"
                                + " (SELECT COUNT(*) FROM holdings_reference_rate WHERE generation = :generation),"
                                + " (SELECT COUNT(*) FROM holdings_reference_file WHERE generation = :generation)")
                        .param("generation", generation)
                        .query((row, number) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                        .single());
    }

    static Map<AccountId, Long> stated(JdbcClient jdbc, int generation) {
        Map<AccountId, Long> newest = new HashMap<>();
        jdbc.sql("SELECT a.account, (SELECT r.number FROM holdings_fx_rate r"
                        + " WHERE r.generation = a.generation AND r.account = a.account"
                        + " ORDER BY r.generation DESC, r.account DESC, r.number DESC LIMIT 1) AS newest"
                        + " FROM holdings_account a WHERE a.generation = ?")
                .param(generation)
                .query(row -> {
                    long number = row.getLong("newest");
                    if (!row.wasNull()) {
                        newest.put(AccountId.parse(row.getString("account")), number);
                    }
                });
        return Map.copyOf(newest);
    }

    /** The days of which accounts stated rates since then; absent where anything else is different. */
    Optional<Set<LocalDate>> daysSince(FxState before, JdbcClient jdbc) {
        if (generation != before.generation || !bases.equals(before.bases) || !other.equals(before.other)) {
            return Optional.empty();
        }
        boolean later = before.stated.entrySet().stream()
                .allMatch(account -> stated.getOrDefault(account.getKey(), -1L) >= account.getValue());
        if (!later) {
            return Optional.empty();
        }
        Set<LocalDate> days = new TreeSet<>();
        stated.forEach((account, number) -> {
            long seen = before.stated.getOrDefault(account, -1L);
            if (number > seen) {
                days.addAll(jdbc.sql("SELECT DISTINCT rate_date FROM holdings_fx_rate"
                                + " WHERE generation = ? AND account = ? AND number > ?")
                        .params(generation, account.toString(), seen)
                        .query(LocalDate.class)
                        .list());
            }
        });
        return Optional.of(days);
    }
}
