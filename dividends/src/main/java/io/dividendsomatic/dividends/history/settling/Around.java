package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.transactions.settling.SettledQuery.Condition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the payments of events with a pay date or an ex date in a period: by the index of the one, and of the other.
 *
 * @param paid only those with a pay date in it; all where there is none
 */
record Around(
        int generation,
        List<AccountId> accounts,
        Period period,
        @Nullable Period paid) {

    Around {
        accounts = List.copyOf(accounts);
    }

    String sql(String columns) {
        return "SELECT " + columns + " FROM dividends_payment" + inside().sql() + " UNION ALL SELECT " + columns
                + " FROM dividends_payment" + outside().sql() + " AND (pay_date < ? OR pay_date > ?)"
                + " AND (account, payment_event) IN (SELECT account, payment_event FROM dividends_payment" + ex().sql()
                + ")";
    }

    List<Object> parameters() {
        List<Object> parameters = new ArrayList<>(inside().parameters());
        parameters.addAll(outside().parameters());
        parameters.add(period.from());
        parameters.add(period.to());
        parameters.addAll(ex().parameters());
        return parameters;
    }

    /** Paid in the period. */
    private Condition inside() {
        return paid == null
                ? paid(period.from(), period.to())
                : paid(latest(period.from(), paid.from()), earliest(period.to(), paid.to()));
    }

    /** Paid whenever it is asked for, which may be outside the period. */
    private Condition outside() {
        return paid == null ? paid(null, null) : paid(paid.from(), paid.to());
    }

    private Condition ex() {
        return paid(null, null).and("ex_date >= ?", period.from()).and("ex_date <= ?", period.to());
    }

    private Condition paid(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new PaymentQuery(accounts, from, to, null).where(generation);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
