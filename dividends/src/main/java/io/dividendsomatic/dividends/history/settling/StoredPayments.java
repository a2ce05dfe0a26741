package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.history.settling.AccountHistory.InstrumentSplit;
import io.dividendsomatic.dividends.history.settling.SumCell.Direct;
import io.dividendsomatic.dividends.matching.ExpectedPayment;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.transactions.settling.SettledQuery.Condition;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions from the tables of the second step. */
@Component
class StoredPayments {
    private final JdbcClient jdbc;

    StoredPayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By pay date, account and fact. */
    Slice<Payment> page(int generation, PaymentQuery query, int page, int size) {
        Condition where = query.where(generation);
        long total = jdbc.sql("SELECT COUNT(*) FROM dividends_payment" + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
        List<Payment> items = jdbc.sql("SELECT * FROM dividends_payment" + where.sql()
                        + " ORDER BY pay_date, account, row_key LIMIT " + size + " OFFSET " + (long) page * size)
                .params(where.parameters())
                .query((row, number) -> PaymentTable.payment(row))
                .list();
        return new Slice<>(items, total);
    }

    List<Payment> payments(int generation, PaymentQuery query) {
        Condition where = query.where(generation);
        return jdbc.sql("SELECT * FROM dividends_payment" + where.sql() + " ORDER BY pay_date, row_key")
                .params(where.parameters())
                .query((row, number) -> PaymentTable.payment(row))
                .list();
    }

    /** Those of events with a pay date or an ex date in the period. */
    List<Payment> around(int generation, List<AccountId> accounts, Period period) {
        Around around = Around.of(generation, accounts, period);
        return jdbc.sql(around.sql("*"))
                .params(around.parameters())
                .query((row, number) -> PaymentTable.payment(row))
                .list();
    }

    /** Of the same, those that stand and were paid by that day. */
    List<PaidPlace> places(int generation, List<AccountId> accounts, Period period, LocalDate until) {
        Around around = Around.of(generation, accounts, period);
        List<Object> parameters = new ArrayList<>(around.parameters());
        parameters.add(until);
        Map<String, AccountId> named = new HashMap<>();
        return jdbc.sql("SELECT * FROM ("
                        + around.sql("account, instrument, pay_date, currency, payment_event, row_key, standing")
                        + ") p WHERE standing = 1 AND instrument IS NOT NULL AND pay_date <= ?")
                .params(parameters)
                .query((row, number) -> new PaidPlace(
                        row.getObject("pay_date", LocalDate.class),
                        new InstrumentKey(row.getString("instrument")),
                        named.computeIfAbsent(row.getString("account"), AccountId::parse),
                        new CurrencyCode(row.getString("currency")),
                        new FactId(row.getString("payment_event")),
                        new FactId(row.getString("row_key"))))
                .list();
    }

    private record Around(Condition paid, Condition ex, int generation, Period period) {
        static Around of(int generation, List<AccountId> accounts, Period period) {
            return new Around(
                    new PaymentQuery(accounts, period.from(), period.to(), null).where(generation),
                    new PaymentQuery(accounts, null, null, null)
                            .where(generation)
                            .and("ex_date >= ?", period.from())
                            .and("ex_date <= ?", period.to()),
                    generation,
                    period);
        }

        String sql(String columns) {
            return "SELECT " + columns + " FROM dividends_payment" + paid.sql() + " UNION ALL SELECT " + columns
                    + " FROM dividends_payment WHERE generation = ? AND (account, payment_event) IN"
                    + " (SELECT account, payment_event FROM dividends_payment" + ex.sql()
                    + ") AND (pay_date < ? OR pay_date > ?)";
        }

        List<Object> parameters() {
            List<Object> parameters = new ArrayList<>(paid.parameters());
            parameters.add(generation);
            parameters.addAll(ex.parameters());
            parameters.add(period.from());
            parameters.add(period.to());
            return parameters;
        }
    }

    /** The pay dates lead to them: events alone have no index. */
    List<Payment> ofEvents(int generation, List<AccountId> accounts, Map<FactId, LocalDate> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        Condition where = new PaymentQuery(
                        accounts, Collections.min(events.values()), Collections.max(events.values()), null)
                .where(generation)
                .andIn(
                        "payment_event",
                        events.keySet().stream().map(FactId::value).toList());
        return jdbc.sql("SELECT * FROM dividends_payment" + where.sql())
                .params(where.parameters())
                .query((row, number) -> PaymentTable.payment(row))
                .list();
    }

    /** Summed up by the database as far as one rate, or none, is enough for the sum. */
    List<SumCell> sums(int generation, PaymentQuery query, GroupBy by, Direct direct) {
        Condition where = query.where(generation);
        List<Object> parameters = new ArrayList<>(by.parameters());
        parameters.add(direct.reporting().code());
        direct.basedInIt().stream().map(AccountId::toString).forEach(parameters::add);
        parameters.addAll(where.parameters());
        return jdbc.sql("SELECT group_name, account, currency, fx_day, own, SUM(gross) AS gross,"
                        + " SUM(withholding_tax) AS tax, SUM(gross * direct) AS direct_gross,"
                        + " SUM(withholding_tax * direct) AS direct_tax, SUM(standing) AS payments FROM ("
                        + "SELECT group_name, account, currency, gross, withholding_tax, standing, direct,"
                        + " CASE WHEN direct IS NULL THEN pay_date END AS fx_day,"
                        + " CASE WHEN direct IS NULL THEN fx_rate_to_base END AS own FROM ("
                        + "SELECT " + by.sql() + " AS group_name, account, currency, pay_date, gross,"
                        + " withholding_tax, standing, fx_rate_to_base, CASE WHEN currency = ? THEN 1.0 "
                        + ownRate(direct) + "END AS direct FROM dividends_payment" + where.sql()
                        + ") p) q GROUP BY group_name, account, currency, fx_day, own")
                .params(parameters)
                .query((row, number) -> cell(row))
                .list();
    }

    Map<CurrencyCode, Period> paidIn(int generation) {
        Map<CurrencyCode, Period> days = new HashMap<>();
        jdbc.sql("SELECT currency, MIN(pay_date), MAX(pay_date) FROM dividends_payment WHERE generation = ?"
                        + " GROUP BY currency")
                .param(generation)
                .query(row -> {
                    days.put(
                            new CurrencyCode(row.getString(1)),
                            new Period(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)));
                });
        return days;
    }

    private static String ownRate(Direct direct) {
        return direct.basedInIt().isEmpty()
                ? ""
                : "WHEN account IN ("
                        + String.join(
                                ", ", Collections.nCopies(direct.basedInIt().size(), "?"))
                        + ") THEN fx_rate_to_base ";
    }

    private static SumCell cell(ResultSet row) throws SQLException {
        BigDecimal own = row.getBigDecimal("own");
        return new SumCell(
                row.getString("group_name"),
                AccountId.parse(row.getString("account")),
                new CurrencyCode(row.getString("currency")),
                row.getObject("fx_day", LocalDate.class),
                own == null ? null : new FxRate(own),
                plain(row.getBigDecimal("gross")),
                plain(row.getBigDecimal("tax")),
                plainOrNull(row.getBigDecimal("direct_gross")),
                plainOrNull(row.getBigDecimal("direct_tax")),
                row.getInt("payments"));
    }

    private static @Nullable BigDecimal plainOrNull(@Nullable BigDecimal value) {
        return value == null ? null : plain(value);
    }

    /** Without the zeros that the columns' scale adds. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    List<ExpectedPayment> expected(int generation, List<AccountId> accounts) {
        Condition where = ofAccounts(generation, accounts);
        return jdbc.sql("SELECT * FROM dividends_expected" + where.sql() + " ORDER BY pay_date, row_key")
                .params(where.parameters())
                .query((row, number) -> ExpectedTable.expected(row))
                .list();
    }

    /** Of all accounts: a split is one whoever tells it. */
    List<InstrumentSplit> splits(int generation) {
        return splits(generation, List.of());
    }

    List<InstrumentSplit> splits(int generation, List<AccountId> accounts) {
        Condition where = ofAccounts(generation, accounts);
        return jdbc
                .sql("SELECT * FROM dividends_split" + where.sql() + " ORDER BY row_key, account")
                .params(where.parameters())
                .query((row, number) -> SplitTable.split(row))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    private static Condition ofAccounts(int generation, List<AccountId> accounts) {
        Condition where = new Condition().and("generation = ?", generation);
        return accounts.isEmpty()
                ? where
                : where.andIn(
                        "account", accounts.stream().map(AccountId::toString).toList());
    }
}
