package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.transactions.settling.FoldingRules.Rules;
import io.dividendsomatic.portfolio.transactions.settling.ToldTransactions.Extent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What accounts held on derived days: from the tables, which are to be brought up to date first; of an earlier time
 * folded afresh by the same code.
 */
@Component
public class PositionHistory {
    private final Settling settling;
    private final Settlements settlements;
    private final ToldTransactions told;
    private final FoldingRules rules;
    private final Reports reports;
    private final JdbcClient jdbc;

    PositionHistory(
            Settling settling,
            Settlements settlements,
            ToldTransactions told,
            FoldingRules rules,
            Reports reports,
            JdbcClient jdbc) {
        this.settling = settling;
        this.settlements = settlements;
        this.told = told;
        this.rules = rules;
        this.reports = reports;
        this.jdbc = jdbc;
    }

    /**
     * The newest derived day, and the positions that had changed since the report before it.
     *
     * @param changed as they were on the day that was asked for; those that were sold have no units
     * @param sources of each of them, by its name in the tables
     */
    public record Held(DerivedDay day, List<PositionLine> changed, Map<String, Collection<SourceRef>> sources) {

        public Collection<SourceRef> sourcesOf(PositionLine line) {
            return sources.getOrDefault(line.position(), List.of());
        }
    }

    /** All accounts when none is named. It writes, and so is called ahead of the transaction that reads. */
    public void settle(int generation, List<AccountId> accounts) {
        settling.settleWithReports(generation, account -> accounts.isEmpty() || accounts.contains(account));
    }

    /** Which names are one instrument. */
    public Function<Instrument, InstrumentKey> identify(AccountId account, Instant knownAt) {
        return rules.at(knownAt).lots(account).identify();
    }

    /** At or before {@code asOf}, and after the day that was reported. */
    public Optional<Held> newest(
            int generation, AccountId account, @Nullable LocalDate reportedOn, LocalDate asOf, Instant knownAt) {
        if (tablesKnowOtherwise(generation, account, knownAt)) {
            return newest(past(generation, account, knownAt), reportedOn, asOf);
        }
        return jdbc.sql("SELECT * FROM transactions_derived_day WHERE generation = ? AND account = ? AND row_key <= ?"
                        + " ORDER BY generation DESC, account DESC, row_key DESC LIMIT 1")
                .params(generation, account.toString(), asOf.toString())
                .query((row, number) -> DerivedDayTable.day(row))
                .optional()
                .filter(day -> follows(day, reportedOn))
                .map(day -> held(day, stored(generation, account, asOf), storedUntil(generation, account, asOf)));
    }

    /** The same, folded from events alone. */
    public Optional<Held> replayed(
            ReplayedAccounts accounts,
            AccountId account,
            @Nullable LocalDate reportedOn,
            LocalDate asOf,
            Instant knownAt) {
        return newest(accounts.days(account, rules.at(knownAt)::lots), reportedOn, asOf);
    }

    private static Optional<Held> newest(DerivedDays all, @Nullable LocalDate reportedOn, LocalDate asOf) {
        return all.days().stream()
                .filter(day -> !day.date().isAfter(asOf))
                .max(Comparator.comparing(DerivedDay::date))
                .filter(day -> follows(day, reportedOn))
                .map(day -> held(
                        day,
                        all.lines().stream()
                                .filter(line -> !line.date().isAfter(asOf)
                                        && line.until().isAfter(asOf))
                                .toList(),
                        all.lines()));
    }

    /** Not when a report came after it, or in this moment. */
    private static boolean follows(DerivedDay day, @Nullable LocalDate reportedOn) {
        return reportedOn == null ? day.reportedOn() == null : reportedOn.equals(day.reportedOn());
    }

    private static Held held(DerivedDay day, List<PositionLine> changed, List<PositionLine> earlier) {
        Map<String, PositionLine> now = new HashMap<>();
        changed.forEach(line -> now.put(line.position(), line));
        Map<String, Collection<SourceRef>> sources = new HashMap<>();
        for (PositionLine line : earlier) {
            PositionLine last = now.get(line.position());
            if (last != null
                    && !line.date().isBefore(last.since())
                    && !line.date().isAfter(last.date())) {
                sources.computeIfAbsent(line.position(), first -> new TreeSet<>())
                        .addAll(line.sources());
            }
        }
        return new Held(day, changed, sources);
    }

    private List<PositionLine> stored(int generation, AccountId account, LocalDate asOf) {
        return jdbc.sql("SELECT * FROM transactions_position_day"
                        + " WHERE generation = ? AND account = ? AND until_day > ? AND held_on <= ? ORDER BY row_key")
                .params(generation, account.toString(), asOf, asOf)
                .query((row, number) -> PositionDayTable.line(row))
                .list();
    }

    /** The days of positions that are still held. */
    private List<PositionLine> storedUntil(int generation, AccountId account, LocalDate asOf) {
        return jdbc.sql("SELECT * FROM transactions_position_day earlier"
                        + " WHERE generation = ? AND account = ? AND held_on <= ? AND EXISTS (SELECT 1"
                        + " FROM transactions_position_day held WHERE held.generation = earlier.generation"
                        + " AND held.account = earlier.account AND held.position = earlier.position"
                        + " AND held.until_day > ? AND held.held_on <= ? AND held.quantity <> 0"
                        + " AND earlier.held_on >= held.since_day)")
                .params(generation, account.toString(), asOf, asOf, asOf)
                .query((row, number) -> PositionDayTable.line(row))
                .list();
    }

    /** In order. */
    public List<DerivedDay> days(int generation, AccountId account, LocalDate asOf, Instant knownAt) {
        if (tablesKnowOtherwise(generation, account, knownAt)) {
            return past(generation, account, knownAt).days().stream()
                    .filter(day -> !day.date().isAfter(asOf))
                    .sorted(Comparator.comparing(DerivedDay::date))
                    .toList();
        }
        return jdbc.sql("SELECT * FROM transactions_derived_day WHERE generation = ? AND account = ? AND row_key <= ?"
                        + " ORDER BY row_key")
                .params(generation, account.toString(), asOf.toString())
                .query((row, number) -> DerivedDayTable.day(row))
                .list();
    }

    /** All derived days with the positions that changed on them; the tables are to be brought up to date first. */
    public DerivedDays all(int generation, AccountId account, Instant knownAt) {
        if (tablesKnowOtherwise(generation, account, knownAt)) {
            return past(generation, account, knownAt);
        }
        return new DerivedDays(
                days(generation, account, DerivedDays.FOR_GOOD, knownAt),
                jdbc.sql("SELECT * FROM transactions_position_day WHERE generation = ? AND account = ?"
                                + " ORDER BY held_on, row_key")
                        .params(generation, account.toString())
                        .query((row, number) -> PositionDayTable.line(row))
                        .list());
    }

    private boolean tablesKnowOtherwise(int generation, AccountId account, Instant knownAt) {
        Rules known = rules.at(knownAt);
        Set<AccountId> all = settlements.linked(generation, List.of(account));
        return told.progress(generation).stream()
                .filter(progress -> all.contains(progress.account()))
                .anyMatch(progress -> progress.knowsOtherwise(knownAt, known.version(progress.account())));
    }

    private DerivedDays past(int generation, AccountId account, Instant knownAt) {
        Rules known = rules.at(knownAt);
        Settlement settlement = settlements
                .fold(
                        generation,
                        settlements.linked(generation, List.of(account)),
                        each -> Extent.knownAt(knownAt),
                        known)
                .get(account);
        return settlement == null
                ? new DerivedDays(List.of(), List.of())
                : reports.derive(generation, settlement, known.lots(account), knownAt);
    }
}
