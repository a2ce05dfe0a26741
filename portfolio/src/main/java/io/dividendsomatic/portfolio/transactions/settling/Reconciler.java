package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.fx.FxLookup;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.fx.Step;
import io.dividendsomatic.portfolio.holdings.ReportedDays;
import io.dividendsomatic.portfolio.holdings.ReportedDays.Report;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.reconciliation.StatedRates;
import io.dividendsomatic.portfolio.transactions.settling.ToldTransactions.Extent;
import io.dividendsomatic.portfolio.transactions.settling.ToldTransactions.RecordedFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares what files print with what we come to, account by account and file by file, and keeps it in a table. It is
 * brought up to date when it is asked for, or when nothing comes any more: a file a day for ten years prints a lot.
 */
@Component
class Reconciler {
    private final Settling settling;
    private final Settlements settlements;
    private final ToldTransactions told;
    private final ToldAccounts toldAccounts;
    private final FoldingRules rules;
    private final Reports reports;
    private final ReportedDays reported;
    private final FxRates fx;
    private final SettledRows rows;
    private final ReconciliationCounts counts;
    private final JdbcClient jdbc;

    Reconciler(
            Settling settling,
            Settlements settlements,
            ToldTransactions told,
            ToldAccounts toldAccounts,
            FoldingRules rules,
            Reports reports,
            ReportedDays reported,
            FxRates fx,
            SettledRows rows,
            ReconciliationCounts counts,
            JdbcClient jdbc) {
        this.settling = settling;
        this.settlements = settlements;
        this.told = told;
        this.toldAccounts = toldAccounts;
        this.rules = rules;
        this.reports = reports;
        this.reported = reported;
        this.fx = fx;
        this.rows = rows;
        this.counts = counts;
        this.jdbc = jdbc;
    }

    /** Brings the table up to date for these accounts. */
    void reconcile(int generation, List<AccountId> accounts) {
        settling.settleWithReports(generation, accounts::contains);
        FoldingRules.Rules now = rules.now();
        for (AccountId account : accounts) {
            if (!state(generation, account, now.version(account)).equals(reconciled(generation, account).state)) {
                settling.exclusively(generation, () -> reconcile(generation, account, now));
            }
        }
    }

    private void reconcile(int generation, AccountId account, FoldingRules.Rules now) {
        String version = now.version(account);
        String state = state(generation, account, version);
        Reconciled before = reconciled(generation, account);
        if (state.equals(before.state)) {
            return; // another one was first
        }
        String basis = basis(generation, account, version);
        long reports = reported.newest(account);
        Optional<LocalDate> from =
                basis.equals(before.basis) ? changedFrom(account, before.reports) : Optional.of(LocalDate.MIN);
        from.ifPresent(day -> compare(
                generation,
                account,
                now,
                Instant.MAX,
                covered -> covered == null || !covered.isBefore(day),
                (file, lines) -> write(generation, account, file, lines)));
        forgetWithdrawn(generation, account);
        jdbc.sql("DELETE FROM transactions_reconciled WHERE generation = ? AND account = ?")
                .params(generation, account.toString())
                .update();
        jdbc.sql("INSERT INTO transactions_reconciled (generation, account, state, basis, reports)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(generation, account.toString(), state, basis, reports)
                .update();
    }

    /** The first day that something new is about: what files print of days before it comes out as it did. */
    private Optional<LocalDate> changedFrom(AccountId account, long reports) {
        Optional<SortedSet<LocalDate>> days = reported.daysSince(account, reports);
        return days.isEmpty()
                ? Optional.of(LocalDate.MIN)
                : Stream.concat(days.get().stream(), reported.firstRateSince(account, reports).stream())
                        .min(Comparator.naturalOrder());
    }

    /** A file that was taken back prints nothing any more. */
    private void forgetWithdrawn(int generation, AccountId account) {
        Set<FileId> standing = told.files(generation, account, Instant.MAX).stream()
                .map(RecordedFile::file)
                .collect(Collectors.toSet());
        told.everyFile(generation, account).stream()
                .filter(file -> !standing.contains(file))
                .forEach(file -> write(generation, account, file, List.of()));
    }

    private void write(int generation, AccountId account, FileId file, List<Comparison> lines) {
        rows.write(
                generation,
                account,
                SettledTables.RECONCILIATION,
                file,
                lines.stream().map(ReconciliationTable::row));
        counts.write(generation, account, file, lines);
    }

    private record Reconciled(String state, @Nullable String basis, long reports) {}

    private Reconciled reconciled(int generation, AccountId account) {
        return jdbc.sql(
                        "SELECT state, basis, reports FROM transactions_reconciled WHERE generation = ? AND account = ?")
                .params(generation, account.toString())
                .query((row, number) ->
                        new Reconciled(row.getString("state"), row.getString("basis"), row.getLong("reports")))
                .optional()
                .orElse(new Reconciled("", null, -1));
    }

    /** How far everything is that its lines depend on. */
    private String state(int generation, AccountId account, String version) {
        long files = told.files(generation, account, Instant.MAX).size();
        return basis(generation, account, version) + " files " + files + " reports " + reported.newest(account)
                + " rates " + fx.stated(account);
    }

    /** What bears on all days: bookings and printed figures, identities, and which tables reports are read from. */
    private String basis(int generation, AccountId account, String version) {
        NavigableSet<AccountId> linked = settlements.linked(generation, List.of(account));
        String newest = toldAccounts.progress(generation).stream()
                .filter(progress -> linked.contains(progress.account()))
                .map(progress -> progress.account() + "#" + progress.newest())
                .collect(Collectors.joining(" "));
        return newest + " holdings " + reported.generation() + " rules " + version;
    }

    /** As it was known then, by file. */
    List<Comparison> known(int generation, AccountId account, Instant knownAt) {
        List<Comparison> all = new ArrayList<>();
        compare(generation, account, rules.at(knownAt), knownAt, covered -> true, (file, lines) -> all.addAll(lines));
        return all;
    }

    /** Whether the table holds what came after, or what was decided after. */
    boolean knowsMore(int generation, AccountId account, Instant knownAt) {
        NavigableSet<AccountId> linked = settlements.linked(generation, List.of(account));
        return reported.recordedAt(account).isAfter(knownAt)
                || told.files(generation, account, Instant.MAX).stream()
                        .anyMatch(file -> file.recordedAt().isAfter(knownAt))
                || !rules.at(knownAt).version(account).equals(rules.now().version(account))
                || toldAccounts.progress(generation).stream()
                        .filter(progress -> linked.contains(progress.account()))
                        .map(Progress::settledAt)
                        .anyMatch(at -> at.isAfter(knownAt));
    }

    /** Those that the account's own files state for a day, and no others. */
    private StatedRates rates(AccountId account, Instant knownAt) {
        FxLookup lookup = fx.byMonth(knownAt);
        return (from, to, day) -> Optional.of(lookup.resolve(account, from, to, day, null))
                .filter(found -> found.step() != null && found.step().compareTo(Step.SAME_ACCOUNT) <= 0)
                .map(found -> found.fx().rate());
    }

    /** @param wanted takes the last day of a file */
    private void compare(
            int generation,
            AccountId account,
            FoldingRules.Rules known,
            Instant knownAt,
            Predicate<@Nullable LocalDate> wanted,
            BiConsumer<FileId, List<Comparison>> each) {
        Settlement settlement = Objects.requireNonNull(settlements
                .fold(
                        generation,
                        settlements.linked(generation, List.of(account)),
                        linked -> Extent.knownAt(knownAt),
                        known)
                .get(account));
        LotRules lots = known.lots(account);
        Comparisons comparisons = new Comparisons(
                settlement,
                lots,
                reports.stretches(generation, settlement, lots, knownAt),
                report -> reported.positions(account, report),
                rates(account, knownAt));
        Map<FileId, List<Report>> byFile =
                reported.all(account, knownAt).stream().collect(Collectors.groupingBy(Report::file));
        for (RecordedFile file : told.files(generation, account, knownAt)) {
            Period period = file.period();
            List<Report> ofFile = byFile.getOrDefault(file.file(), List.of());
            if (wanted.test(lastDay(period, ofFile))) {
                each.accept(file.file(), comparisons.of(file.file(), period, ofFile));
            }
        }
    }

    /** Absent for a file that tells no period and no report. */
    private static @Nullable LocalDate lastDay(@Nullable Period period, List<Report> reports) {
        LocalDate reported = reports.stream()
                .map(Report::asOf)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return period == null || (reported != null && reported.isAfter(period.to())) ? reported : period.to();
    }
}
