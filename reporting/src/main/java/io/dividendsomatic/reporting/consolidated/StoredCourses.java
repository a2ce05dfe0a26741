package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.dividends.history.projection.DividendsReadModel;
import io.dividendsomatic.dividends.history.settling.Histories;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.prices.VendorPrices;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.SettlingLock;
import io.dividendsomatic.portfolio.projection.Standpoint;
import io.dividendsomatic.portfolio.transactions.projection.TransactionsReadModel;
import io.dividendsomatic.portfolio.transactions.settling.AccountStates;
import io.dividendsomatic.portfolio.transactions.settling.AccountStates.State;
import io.dividendsomatic.portfolio.transactions.settling.SettledQuery.Condition;
import io.dividendsomatic.portfolio.transactions.settling.SettledRows;
import io.dividendsomatic.reporting.consolidated.CourseSource.Gathered;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Keeps the courses of accounts in tables, and the last ones read from there in memory. They are brought up to date when
 * they are asked for: a course is gathered outside of any transaction and written in one, with the state of what it was
 * gathered from; when more came meanwhile the state tells, and it is gathered again.
 */
@Component
class StoredCourses {
    /** Whoever has more accounts reads those above it from the tables each time. */
    private static final int MOST_IN_MEMORY = 64;

    private final JdbcClient jdbc;
    private final SettledRows rows;
    private final SettlingLock lock;
    private final CourseSource source;
    private final AccountStates states;
    private final Histories histories;
    private final VendorPrices vendors;
    private final Generations generations;
    private final ReentrantLock gathering = new ReentrantLock();
    private final Map<Key, Stored> memory = new ConcurrentHashMap<>();

    StoredCourses(
            JdbcClient jdbc,
            SettledRows rows,
            PlatformTransactionManager transactions,
            CourseSource source,
            AccountStates states,
            Histories histories,
            VendorPrices vendors,
            Generations generations) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.lock = new SettlingLock(jdbc, transactions, "reporting_settling");
        this.source = source;
        this.states = states;
        this.histories = histories;
        this.vendors = vendors;
        this.generations = generations;
    }

    private record Key(int generation, AccountId account) {}

    /**
     * A course as it stands in the tables.
     *
     * @param state of everything that it was gathered from
     * @param recordedAt the latest of all events by then
     */
    record Stored(String state, Instant recordedAt, AccountCourse course) {}

    private record Settled(String state, Instant recordedAt) {}

    /** Every account that is named in an event. */
    List<AccountId> accounts(int generation) {
        return jdbc
                .sql("SELECT DISTINCT account FROM reporting_event WHERE generation = ? AND account <> ''")
                .param(generation)
                .query((row, number) -> AccountId.parse(row.getString(1)))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** Brings these accounts up to date and gives their courses. */
    Map<AccountId, Stored> upToDate(int generation, List<AccountId> accounts) {
        return courses(generation, accounts, true);
    }

    /**
     * The courses of these accounts, for whoever does not wait: whoever comes first brings an account up to date, and who
     * comes meanwhile is given what was there before.
     */
    Map<AccountId, Stored> newest(int generation, List<AccountId> accounts) {
        return courses(generation, accounts, false);
    }

    private Map<AccountId, Stored> courses(int generation, List<AccountId> accounts, boolean waits) {
        Map<AccountId, State> now = now(generation, accounts);
        Map<AccountId, Stored> courses = new TreeMap<>();
        for (AccountId account : accounts) {
            String state = Objects.requireNonNull(now.get(account)).text();
            courses.put(account, course(new Key(generation, account), state, waits));
        }
        return courses;
    }

    private Stored course(Key key, String state, boolean waits) {
        Stored known = memory.get(key);
        if (known != null && known.state.equals(state)) {
            return known;
        }
        if (known == null || waits) {
            gathering.lock();
        } else if (!gathering.tryLock()) {
            return known;
        }
        try {
            return Standpoint.outside(() -> renewed(key));
        } finally {
            gathering.unlock();
        }
    }

    /** Somebody else may have been first, and know more by now. */
    private Stored renewed(Key key) {
        int generation = key.generation;
        AccountId account = key.account;
        String state = Objects.requireNonNull(now(generation, List.of(account)).get(account))
                .text();
        Stored known = memory.get(key);
        if (known != null && known.state.equals(state)) {
            return known;
        }
        Settled settled = settled(generation, account);
        Stored fresh = settled != null && settled.state.equals(state)
                ? new Stored(settled.state, settled.recordedAt, read(generation, account))
                : gather(generation, account);
        memory.keySet().removeIf(other -> other.generation != generation);
        if (memory.size() < MOST_IN_MEMORY || memory.containsKey(key)) {
            memory.put(key, fresh);
        }
        return fresh;
    }

    /** The state is taken first: what comes meanwhile makes it stale again. */
    private Stored gather(int generation, AccountId account) {
        State now = Objects.requireNonNull(now(generation, List.of(account)).get(account));
        String state = now.text();
        Instant listedAt = vendors.told().newest();
        Instant recordedAt = recordedAt(generation, now.linked());
        recordedAt = listedAt.isAfter(recordedAt) ? listedAt : recordedAt;
        Gathered gathered = source.gather(account, Instant.MAX);
        Settled settled = new Settled(state, recordedAt);
        lock.exclusively(generation, () -> write(generation, gathered, settled));
        return new Stored(state, recordedAt, gathered.course());
    }

    private void write(int generation, Gathered gathered, Settled settled) {
        AccountCourse course = gathered.course();
        long count = 0;
        for (CourseTable table : CourseTable.values()) {
            count += rows.write(generation, course.account(), table, table.rows(gathered));
        }
        jdbc.sql("DELETE FROM reporting_settled WHERE generation = ? AND account = ?")
                .params(generation, course.account().toString())
                .update();
        jdbc.sql("INSERT INTO reporting_settled (generation, account, state, recorded_at, settled_rows)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(
                        generation,
                        course.account().toString(),
                        settled.state,
                        settled.recordedAt.atOffset(ZoneOffset.UTC),
                        count)
                .update();
    }

    private @Nullable Settled settled(int generation, AccountId account) {
        return jdbc.sql("SELECT state, recorded_at FROM reporting_settled WHERE generation = ? AND account = ?")
                .params(generation, account.toString())
                .query((row, number) -> new Settled(
                        row.getString("state"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(null);
    }

    /** How far everything is from which the accounts' courses follow. */
    private Map<AccountId, State> now(int generation, List<AccountId> accounts) {
        return Standpoint.once(List.of(StoredCourses.class, generation, accounts), () -> read(generation, accounts));
    }

    private Map<AccountId, State> read(int generation, List<AccountId> accounts) {
        int transactions = generations.active(TransactionsReadModel.NAME);
        int dividends = generations.active(DividendsReadModel.NAME);
        Map<AccountId, Long> newest = histories.newest(dividends);
        VendorPrices.Told listed = vendors.told();
        Map<AccountId, State> now = new TreeMap<>(states.of(transactions, accounts));
        now.replaceAll((account, state) -> new State(
                state.text() + " dividends " + dividends + "#" + newest.getOrDefault(account, -1L) + " events "
                        + newest(generation, account) + " listed " + listed.rows() + "/" + listed.turns(),
                state.linked()));
        return now;
    }

    private long newest(int generation, AccountId account) {
        return jdbc.sql("SELECT number FROM reporting_event WHERE generation = ? AND account = ?"
                        + " ORDER BY generation DESC, account DESC, number DESC LIMIT 1")
                .params(generation, account.toString())
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    /** The latest event of any of those accounts, and of none. */
    private Instant recordedAt(int generation, Set<AccountId> accounts) {
        Condition where = new Condition()
                .and("generation = ?", generation)
                .andIn(
                        "account",
                        Stream.concat(
                                        Stream.of(ReportingReadModel.NO_ACCOUNT),
                                        accounts.stream().map(AccountId::toString))
                                .toList());
        return jdbc.sql("SELECT MAX(recorded_at) FROM reporting_event" + where.sql())
                .params(where.parameters())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class) == null
                        ? Instant.EPOCH
                        : row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    /** The positions of an account that was brought up to date, as they were on a derived day. */
    List<PositionSpan> positions(int generation, AccountId account, LocalDate day) {
        return jdbc.sql("SELECT * FROM reporting_position WHERE generation = ? AND account = ?"
                        + " AND held_from <= ? AND held_until > ?")
                .params(generation, account.toString(), day, day)
                .query((row, number) -> CourseTable.position(row))
                .list();
    }

    /** Those of the positions that are named by one of these, whenever they were held. */
    List<PositionSpan> spans(int generation, AccountId account, Set<Isin> isins) {
        return jdbc.sql("SELECT * FROM reporting_position WHERE generation = :generation AND account = :account"
                        + " AND isin IN (:isins)")
                .param("generation", generation)
                .param("account", account.toString())
                .param("isins", isins.stream().map(Isin::toString).toList())
                .query((row, number) -> CourseTable.position(row))
                .list();
    }

    private AccountCourse read(int generation, AccountId account) {
        return new AccountCourse(
                account,
                jdbc
                        .sql("SELECT * FROM reporting_flow WHERE generation = ? AND account = ?")
                        .params(generation, account.toString())
                        .query((row, number) -> CourseTable.flow(account, row))
                        .list()
                        .stream()
                        .sorted(Flow.ORDER)
                        .toList(),
                jdbc.sql("SELECT * FROM reporting_day WHERE generation = ? AND account = ? ORDER BY row_key")
                        .params(generation, account.toString())
                        .query((row, number) -> CourseTable.day(account, row))
                        .list(),
                jdbc.sql("SELECT * FROM reporting_cash WHERE generation = ? AND account = ? ORDER BY row_key")
                        .params(generation, account.toString())
                        .query((row, number) -> CourseTable.balance(account, row))
                        .list());
    }
}
