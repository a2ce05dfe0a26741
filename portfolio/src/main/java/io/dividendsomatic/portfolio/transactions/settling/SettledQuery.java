package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.transactions.settling.FoldingRules.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the second step.
 *
 * @param accounts all when empty
 * @param from the first day, absent for all; {@code to} the last one
 * @param isin of the instrument, or of what it was found to be
 */
public record SettledQuery(
        List<AccountId> accounts,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<BookingKind> kinds,
        @Nullable Isin isin) {

    public SettledQuery {
        accounts = List.copyOf(accounts);
        kinds = Set.copyOf(kinds);
    }

    /** The same question of an instrument by the ISIN that it has now, whichever it was asked by. */
    SettledQuery meaning(Rules rules) {
        return isin == null ? this : new SettledQuery(accounts, from, to, kinds, rules.current(isin));
    }

    boolean isOfOneAccount() {
        return accounts.stream().distinct().count() == 1;
    }

    public boolean takes(BookingLine line) {
        return takes(line.account(), line.date(), line.isin(), line.instrument())
                && (kinds.isEmpty() || kinds.contains(line.kind()));
    }

    public boolean takes(GainLine line) {
        return takes(line.account(), line.date(), line.isin(), line.instrument());
    }

    private boolean takes(AccountId account, LocalDate date, @Nullable Isin own, @Nullable InstrumentKey instrument) {
        return (accounts.isEmpty() || accounts.contains(account))
                && (from == null || !date.isBefore(from))
                && (to == null || !date.isAfter(to))
                && (isin == null || isin.equals(own) || identity(isin).equals(instrument));
    }

    private static InstrumentKey identity(Isin isin) {
        return new InstrumentKey("isin:" + isin);
    }

    /** The same question of a table whose day stands in a column of that name. */
    Condition where(int generation, String day) {
        Condition where = new Condition().and("generation = ?", generation);
        if (!accounts.isEmpty()) {
            where.andIn("account", accounts.stream().map(AccountId::toString).toList());
        }
        if (from != null) {
            where.and(day + " >= ?", from);
        }
        if (to != null) {
            where.and(day + " <= ?", to);
        }
        if (!kinds.isEmpty()) {
            where.andIn("kind", kinds.stream().map(BookingKind::name).sorted().toList());
        }
        if (isin != null) {
            where.and(
                    "(isin = ? OR instrument = ?)", isin.code(), identity(isin).value());
        }
        return where;
    }

    /** A condition in SQL with its parameters. */
    public static final class Condition {
        private final StringBuilder sql = new StringBuilder();
        private final List<Object> parameters = new ArrayList<>();

        public Condition and(String condition, Object... values) {
            sql.append(sql.isEmpty() ? " WHERE " : " AND ").append(condition);
            parameters.addAll(List.of(values));
            return this;
        }

        public Condition andIn(String column, List<String> values) {
            String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
            return and(column + " IN (" + marks + ")", values.toArray());
        }

        public String sql() {
            return sql.toString();
        }

        public List<Object> parameters() {
            return parameters;
        }
    }
}
