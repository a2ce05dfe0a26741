package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.holdings.ReportedDays;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.rolling.Rolling;
import io.dividendsomatic.portfolio.projection.SettlingLock;
import io.dividendsomatic.portfolio.transactions.settling.FoldingRules.Rules;
import io.dividendsomatic.portfolio.transactions.settling.SettledQuery.Condition;
import io.dividendsomatic.portfolio.transactions.settling.ToldTransactions.Extent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Brings the second step up to date with the first, account by account: folds everything that was told of a stale one
 * and writes the rows that come out otherwise than they stand. Only one at a time does it for a generation, on whichever
 * node.
 */
@Component
public class Settling {
    private final JdbcClient jdbc;
    private final SettledRows rows;
    private final SettlingLock lock;
    private final ToldAccounts told;
    private final Settlements settlements;
    private final FoldingRules rules;
    private final Reports reports;
    private final ReportedDays reported;

    Settling(
            JdbcClient jdbc,
            SettledRows rows,
            PlatformTransactionManager transactions,
            ToldAccounts told,
            Settlements settlements,
            FoldingRules rules,
            Reports reports,
            ReportedDays reported) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.lock = new SettlingLock(jdbc, transactions, "transactions_settling");
        this.told = told;
        this.settlements = settlements;
        this.rules = rules;
        this.reports = reports;
        this.reported = reported;
    }

    /** All accounts. */
    public void settle(int generation) {
        settleWithReports(generation, account -> true);
    }

    /** The bookings of those accounts that are wanted, and what follows from them. */
    void settle(int generation, Predicate<AccountId> wanted) {
        Rules now = rules.now();
        settle(generation, wanted, now, () -> progress -> progress.isStale(now.version(progress.account())));
    }

    /** Also when nothing but a report of positions came since. */
    void settleWithReports(int generation, Predicate<AccountId> wanted) {
        Rules now = rules.now();
        settle(generation, wanted, now, () -> {
            int holdings = reported.generation();
            Map<AccountId, Long> newest = reported.newest();
            return progress -> progress.isStale(now.version(progress.account()))
                    || progress.isStale(newest.getOrDefault(progress.account(), -1L), holdings);
        });
    }

    /** @param staleness asked again when its turn has come, since somebody else may have been first */
    private void settle(
            int generation, Predicate<AccountId> wanted, Rules now, Supplier<Predicate<Progress>> staleness) {
        stale(generation, wanted, staleness)
                .forEach(stale ->
                        lock.exclusively(generation, () -> settle(generation, stale.account(), now, staleness)));
    }

    private List<Progress> stale(int generation, Predicate<AccountId> wanted, Supplier<Predicate<Progress>> staleness) {
        Predicate<Progress> isStale = staleness.get();
        return told.progress(generation).stream()
                .filter(progress -> wanted.test(progress.account()) && isStale.test(progress))
                .toList();
    }

    private void settle(int generation, AccountId account, Rules now, Supplier<Predicate<Progress>> staleness) {
        List<Progress> stale = stale(generation, account::equals, staleness);
        if (stale.isEmpty()) {
            return; // another node was first, or it was linked to the one before
        }
        Progress progress = stale.getFirst();
        if (!progress.isStale(now.version(account)) && reportsChangeNothing(generation, progress)) {
            return;
        }
        Map<AccountId, Long> newest =
                told.progress(generation).stream().collect(Collectors.toMap(Progress::account, Progress::newest));
        Function<AccountId, Long> last = linked -> newest.getOrDefault(linked, -1L);
        Seen seen = new Seen(reported.generation(), reported.newest());
        settlements
                .fold(
                        generation,
                        settlements.linked(generation, List.of(account)),
                        linked -> Extent.upTo(last.apply(linked)),
                        now)
                .values()
                .forEach(settlement -> write(generation, settlement, last.apply(settlement.account()), seen, now));
    }

    /** How far reports were before anything was folded: later ones may be in it, or not. */
    private record Seen(int holdings, Map<AccountId, Long> newestReports) {}

    /**
     * Whether all that came since are reports of days from whose preceding report on nothing was bought, sold or moved.
     * Any report may open lots of its day, which what comes later takes, and what is derived until the next one begins
     * with it: so a move at any later time counts, and each one where there is no preceding report.
     */
    private boolean reportsChangeNothing(int generation, Progress progress) {
        AccountId account = progress.account();
        long newest = reported.newest(account);
        Optional<SortedSet<LocalDate>> days = reported.daysSince(account, progress.reports());
        if (progress.holdings() != reported.generation()
                || days.isEmpty()
                || days.get().isEmpty()) {
            return false;
        }
        TreeSet<LocalDate> right =
                new TreeSet<>(reported.right(account, Instant.MAX).keySet());
        if (days.get().stream().anyMatch(day -> moves(generation, account, right.lower(day), null))) {
            return false;
        }
        jdbc.sql("UPDATE transactions_settled SET reports = ?, reports_at = ? WHERE generation = ? AND account = ?")
                .params(newest, reported.recordedAt(account).atOffset(ZoneOffset.UTC), generation, account.toString())
                .update();
        return true;
    }

    /** Whether units move on any of these days, or since the report before it; of an account that is settled. */
    boolean movesBefore(int generation, AccountId account, Collection<LocalDate> days) {
        TreeSet<LocalDate> right =
                new TreeSet<>(reported.right(account, Instant.MAX).keySet());
        return days.stream().anyMatch(day -> moves(generation, account, right.lower(day), day));
    }

    private boolean moves(int generation, AccountId account, @Nullable LocalDate from, @Nullable LocalDate to) {
        Condition where = new Condition()
                .and("generation = ?", generation)
                .and("account = ?", account.toString())
                .andIn(
                        "kind",
                        Rolling.MOVE_UNITS.stream().map(BookingKind::name).toList());
        if (from != null) {
            where.and("booked_on >= ?", from);
        }
        if (to != null) {
            where.and("booked_on <= ?", to);
        }
        return jdbc.sql("SELECT COUNT(*) FROM transactions_booking" + where.sql())
                        .params(where.parameters())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void write(int generation, Settlement settlement, long number, Seen seen, Rules now) {
        long count = 0;
        for (SettledTable table : SettledTables.ALL) {
            count += rows.write(generation, settlement.account(), table, table.rows(settlement));
        }
        DerivedDays derived = reports.derive(generation, settlement, now.lots(settlement.account()), Instant.MAX);
        count += rows.write(generation, settlement.account(), SettledTables.DERIVED_DAYS, DerivedDayTable.rows(derived))
                + rows.write(
                        generation, settlement.account(), SettledTables.POSITION_DAYS, PositionDayTable.rows(derived));
        String account = settlement.account().toString();
        jdbc.sql("DELETE FROM transactions_settled WHERE generation = ? AND account = ?")
                .params(generation, account)
                .update();
        jdbc.sql(
                        "INSERT INTO transactions_settled (generation, account, number, recorded_at, rules, reports, reports_at, holdings, settled_rows)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        generation,
                        account,
                        number,
                        told.recordedAt(generation, settlement.account(), number)
                                .atOffset(ZoneOffset.UTC),
                        now.version(settlement.account()),
                        seen.newestReports().getOrDefault(settlement.account(), -1L),
                        reported.recordedAt(settlement.account()).atOffset(ZoneOffset.UTC),
                        seen.holdings(),
                        count)
                .update();
    }

    /** Those that are up to date once everything is settled. */
    public List<String> tables() {
        return SettledTables.SETTLED.stream()
                .map(SettledColumnsTable::tableName)
                .toList();
    }

    /** How many rows the second step holds. */
    public long rows(int generation) {
        return rows.count(generation);
    }

    public void drop(int generation) {
        rows.drop(generation);
    }
}
