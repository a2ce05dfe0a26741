package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Naming;
import io.dividendsomatic.portfolio.projection.Standpoint;
import io.dividendsomatic.portfolio.projection.Standpoints;
import io.dividendsomatic.portfolio.transactions.settling.FoldingRules.Rules;
import io.dividendsomatic.portfolio.transactions.settling.ToldTransactions.Extent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What accounts held on derived days: from the tables, which are to be brought up to date first; of an earlier time
 * folded afresh by the same code.
 */
@Component
public class PositionHistory {
    private final Settling settling;
    private final Settlements settlements;
    private final ToldAccounts told;
    private final FoldingRules rules;
    private final Reports reports;
    private final PositionTables tables;
    private final TransactionTemplate reading;

    PositionHistory(
            Settling settling,
            Settlements settlements,
            ToldAccounts told,
            FoldingRules rules,
            Reports reports,
            PositionTables tables,
            PlatformTransactionManager transactions) {
        this.settling = settling;
        this.settlements = settlements;
        this.told = told;
        this.rules = rules;
        this.reports = reports;
        this.tables = tables;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * The newest derived day, and the positions that had changed since the report before it.
     *
     * @param changed as they were on the day that was asked for; those that were sold have no units
     * @param sources of each that is held, by its name in the tables
     */
    public record Held(DerivedDay day, List<PositionLine> changed, Map<String, SortedSet<SourceRef>> sources) {

        public SortedSet<SourceRef> sourcesOf(PositionLine line) {
            return sources.getOrDefault(line.position(), Collections.emptySortedSet());
        }
    }

    /** All accounts when none is named. It writes, and so is called ahead of the transaction that reads. */
    public void settle(int generation, List<AccountId> accounts) {
        Standpoint.reach(
                List.of(PositionHistory.class, generation, accounts),
                () -> settling.settleWithReports(
                        generation, account -> accounts.isEmpty() || accounts.contains(account)));
    }

    /** Names what was reported by the days. */
    public Naming naming(AccountId account, Instant knownAt) {
        return rules.at(knownAt).lots(account).naming();
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
        return tables.newest(generation, account, asOf)
                .filter(day -> follows(day, reportedOn))
                .map(day -> {
                    List<PositionLine> changed = tables.on(generation, account, asOf);
                    return new Held(day, changed, tables.sources(generation, account, changed, asOf));
                });
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

    private static Held held(DerivedDay day, List<PositionLine> changed, List<PositionLine> all) {
        HeldSources sources = new HeldSources(changed);
        all.stream()
                .filter(line -> sources.want(line.position(), line.date()))
                .forEach(line -> sources.add(line.position(), line.sources()));
        return new Held(day, changed, sources.all());
    }

    /** In order. */
    public List<DerivedDay> days(int generation, AccountId account, LocalDate asOf, Instant knownAt) {
        return tablesKnowOtherwise(generation, account, knownAt)
                ? past(generation, account, knownAt).days().stream()
                        .filter(day -> !day.date().isAfter(asOf))
                        .sorted(Comparator.comparing(DerivedDay::date))
                        .toList()
                : tables.days(generation, account, asOf);
    }

    /** The first and the last day of which anything is booked. */
    public Optional<Period> booked(int generation, AccountId account, LocalDate asOf, Instant knownAt) {
        if (!tablesKnowOtherwise(generation, account, knownAt)) {
            return tables.booked(generation, account, asOf);
        }
        List<LocalDate> days = settlement(generation, account, knownAt).stream()
                .flatMap(settlement -> settlement.bookings().stream())
                .map(BookingLine::date)
                .filter(day -> !day.isAfter(asOf))
                .sorted()
                .toList();
        return days.isEmpty() ? Optional.empty() : Optional.of(new Period(days.getFirst(), days.getLast()));
    }

    /** All derived days with the positions that changed on them; the tables are to be brought up to date first. */
    public PositionCourse all(int generation, AccountId account, Instant knownAt) {
        PositionCourse all = reading.execute(moment -> {
            if (tablesKnowOtherwise(generation, account, knownAt)) {
                DerivedDays past = past(generation, account, knownAt);
                return new PositionCourse(
                        past.days(),
                        past.lines().stream()
                                .sorted(Comparator.comparing(PositionLine::date))
                                .map(PositionChange::of)
                                .toList());
            }
            return new PositionCourse(
                    tables.days(generation, account, DerivedDays.FOR_GOOD), tables.changes(generation, account));
        });
        return Objects.requireNonNull(all);
    }

    private boolean tablesKnowOtherwise(int generation, AccountId account, Instant knownAt) {
        if (!knownAt.isBefore(Standpoints.WHATEVER_IS_KNOWN)) {
            return false;
        }
        Rules known = rules.at(knownAt);
        Set<AccountId> all = settlements.linked(generation, List.of(account));
        return told.progress(generation).stream()
                .filter(progress -> all.contains(progress.account()))
                .anyMatch(progress -> progress.knowsOtherwise(knownAt, known.version(progress.account())));
    }

    private DerivedDays past(int generation, AccountId account, Instant knownAt) {
        return settlement(generation, account, knownAt)
                .map(settlement ->
                        reports.derive(generation, settlement, rules.at(knownAt).lots(account), knownAt))
                .orElseGet(() -> new DerivedDays(List.of(), List.of()));
    }

    private Optional<Settlement> settlement(int generation, AccountId account, Instant knownAt) {
        return Optional.ofNullable(settlements
                .fold(
                        generation,
                        settlements.linked(generation, List.of(account)),
                        each -> Extent.knownAt(knownAt),
                        rules.at(knownAt))
                .get(account));
    }
}
