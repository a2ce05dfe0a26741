package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.history.settling.AccountHistory.InstrumentSplit;
import io.dividendsomatic.dividends.matching.ExpectedPayment;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.transactions.settling.SettledQuery.Condition;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions from the tables of the second step. */
@Component
class StoredPayments {
    /** So many rows are in memory at once while they are read; the driver would fetch all of them. */
    private static final int ROWS_A_FETCH = 1_000;

    private final JdbcClient jdbc;

    StoredPayments(DataSource dataSource) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(ROWS_A_FETCH);
        this.jdbc = JdbcClient.create(template);
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

    int count(int generation, AccountId account) {
        return jdbc.sql("SELECT COUNT(*) FROM dividends_payment WHERE generation = ? AND account = ?")
                .params(generation, account.toString())
                .query(Integer.class)
                .single();
    }

    /** Those of the instruments; in no order that counts. */
    List<Payment> payments(int generation, List<AccountId> accounts, Collection<InstrumentKey> instruments) {
        Condition where = ofInstruments(generation, accounts, instruments);
        return jdbc.sql("SELECT * FROM dividends_payment" + where.sql())
                .params(where.parameters())
                .query((row, number) -> PaymentTable.payment(row))
                .list();
    }

    /** Those of events with a pay date or an ex date in the period. */
    List<Payment> around(int generation, List<AccountId> accounts, Period period) {
        return around(new Around(generation, accounts, period, null));
    }

    /** Of the same, those that were paid on these days. */
    List<Payment> around(int generation, List<AccountId> accounts, Period period, Period paid) {
        return around(new Around(generation, accounts, period, paid));
    }

    private List<Payment> around(Around around) {
        return jdbc.sql(around.sql("*"))
                .params(around.parameters())
                .query((row, number) -> PaymentTable.payment(row))
                .list();
    }

    /** How many of the same events stand and were paid on each day up to that one. */
    Map<LocalDate, Integer> paidByDay(int generation, List<AccountId> accounts, Period period, LocalDate until) {
        Around around = new Around(generation, accounts, period, null);
        List<Object> parameters = new ArrayList<>(around.parameters());
        parameters.add(until);
        Map<LocalDate, Integer> days = new HashMap<>();
        jdbc.sql("SELECT pay_date, COUNT(DISTINCT payment_event || currency) FROM ("
                        + around.sql("pay_date, payment_event, currency, instrument, standing")
                        + ") p WHERE standing = 1 AND instrument IS NOT NULL AND pay_date <= ? GROUP BY pay_date")
                .params(parameters)
                .query(row -> {
                    days.put(row.getObject(1, LocalDate.class), row.getInt(2));
                });
        return days;
    }

    /** Those that count in sums of dividends; in no order that counts. */
    List<PaidAmount> amounts(int generation, List<AccountId> accounts) {
        Condition where = ofAccounts(generation, accounts).and(AmountColumns.COUNTED);
        AmountColumns columns = new AmountColumns();
        return jdbc.sql("SELECT " + AmountColumns.COLUMNS + " FROM dividends_payment" + where.sql())
                .params(where.parameters())
                .query((row, number) -> columns.amount(row))
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

    List<ExpectedPayment> expected(int generation, List<AccountId> accounts, Collection<InstrumentKey> instruments) {
        Condition where = ofInstruments(generation, accounts, instruments);
        return jdbc.sql("SELECT * FROM dividends_expected" + where.sql() + " ORDER BY pay_date, row_key")
                .params(where.parameters())
                .query((row, number) -> ExpectedTable.expected(row))
                .list();
    }

    private static Condition ofInstruments(
            int generation, List<AccountId> accounts, Collection<InstrumentKey> instruments) {
        return ofAccounts(generation, accounts)
                .andIn(
                        "instrument",
                        instruments.stream().map(InstrumentKey::value).sorted().toList());
    }

    /** Which instruments payments and expectations name, and by which symbol. */
    List<InstrumentUse> uses(int generation, List<AccountId> accounts) {
        return Stream.concat(
                        uses("dividends_payment", "COUNT(*)", generation, accounts),
                        uses("dividends_expected", "0", generation, accounts))
                .toList();
    }

    private Stream<InstrumentUse> uses(String table, String payments, int generation, List<AccountId> accounts) {
        Condition where = ofAccounts(generation, accounts).and("instrument IS NOT NULL");
        return jdbc
                .sql("SELECT account, symbol, instrument, " + payments + " FROM " + table + where.sql()
                        + " GROUP BY account, symbol, instrument")
                .params(where.parameters())
                .query((row, number) -> new InstrumentUse(
                        AccountId.parse(row.getString(1)),
                        row.getString(2),
                        new InstrumentKey(row.getString(3)),
                        row.getInt(4)))
                .list()
                .stream();
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
