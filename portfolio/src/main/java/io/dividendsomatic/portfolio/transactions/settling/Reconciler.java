package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.holdings.ReportedDays;
import io.dividendsomatic.portfolio.holdings.ReportedDays.Report;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.projection.SettlingLock;
import io.dividendsomatic.portfolio.transactions.settling.FileComparisons.Subject;
import io.dividendsomatic.portfolio.transactions.settling.FileComparisons.Told;
import io.dividendsomatic.portfolio.transactions.settling.FoldingRules.Rules;
import io.dividendsomatic.portfolio.transactions.settling.ReconciledStates.Reconciled;
import io.dividendsomatic.portfolio.transactions.settling.ReconciledStates.State;
import io.dividendsomatic.portfolio.transactions.settling.RecordedFiles.RecordedFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Compares what files print with what we come to, account by account and file by file, and keeps it in a table. Only
 * files that something new bears on are compared again: a file a day for ten years prints a lot.
 */
@Component
class Reconciler {
    private final Settling settling;
    private final Settlements settlements;
    private final ReconciledStates states;
    private final FileComparisons comparisons;
    private final RecordedFiles files;
    private final ToldAccounts told;
    private final FoldingRules rules;
    private final ReportedDays reported;
    private final SettledRows rows;
    private final ReconciliationCounts counts;
    private final SettlingLock lock;

    Reconciler(
            Settling settling,
            Settlements settlements,
            ReconciledStates states,
            FileComparisons comparisons,
            RecordedFiles files,
            ToldAccounts told,
            FoldingRules rules,
            ReportedDays reported,
            SettledRows rows,
            ReconciliationCounts counts,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.settling = settling;
        this.settlements = settlements;
        this.states = states;
        this.comparisons = comparisons;
        this.files = files;
        this.told = told;
        this.rules = rules;
        this.reported = reported;
        this.rows = rows;
        this.counts = counts;
        this.lock = new SettlingLock(jdbc, transactions, "transactions_reconciling");
    }

    /** Those of the accounts of which the table does not hold everything. */
    List<AccountId> stale(int generation, Collection<AccountId> accounts) {
        Map<AccountId, State> now = states.now(generation, accounts);
        Map<AccountId, Reconciled> reconciled = states.reconciled(generation);
        return now.keySet().stream()
                .filter(account -> {
                    Reconciled before = reconciled.get(account);
                    return before == null || !before.state().equals(now.get(account));
                })
                .toList();
    }

    /** Whether all of the accounts were compared before. */
    boolean haveBeen(int generation, Collection<AccountId> accounts) {
        return states.reconciled(generation).keySet().containsAll(accounts);
    }

    /** Brings the table up to date for an account. */
    void reconcile(int generation, AccountId account) {
        settling.settleWithReports(generation, account::equals);
        lock.exclusively(generation, () -> reconcileNow(generation, account));
    }

    private void reconcileNow(int generation, AccountId account) {
        Subject subject = new Subject(generation, account, Instant.MAX, rules.now());
        State now =
                Objects.requireNonNull(states.now(generation, List.of(account)).get(account));
        Reconciled before = states.reconciled(generation).get(account);
        if (before != null && now.equals(before.state())) {
            return; // another one was first
        }
        Told all = comparisons.told(subject);
        ComparedInputs inputs = before != null && areOnlyReportsNew(before.state(), now)
                ? reportsSince(subject, all, before)
                : everythingSince(subject, all, before, now);
        states.write(generation, account, new Reconciled(now, inputs, recordedAt(subject, all)));
    }

    private static boolean areOnlyReportsNew(State before, State now) {
        return before.told().equals(now.told()) && before.grounds().equals(now.grounds());
    }

    /** Nothing was booked and no figure printed since. */
    private ComparedInputs reportsSince(Subject subject, Told all, Reconciled before) {
        Optional<LocalDate> from = changedFrom(subject, all, before.state());
        Map<FileId, LocalDate> lastDays = all.lastDays();
        counts.lastDays(subject.generation(), subject.account()).forEach(lastDays::putIfAbsent);
        List<RecordedFile> wanted = all.files().stream()
                .filter(file -> from.isPresent() && reaches(lastDays.get(file.file()), from.get()))
                .toList();
        if (!wanted.isEmpty()) {
            Settlement settlement = arePlain(subject, all, wanted)
                    ? FileComparisons.nothingBooked(subject.account())
                    : comparisons.fold(subject);
            comparisons.compare(
                    subject, settlement, all, wanted::contains, (file, lines) -> write(subject, file, lines));
        }
        return before.inputs();
    }

    /** A file that tells no day at all prints nothing that could come out otherwise. */
    private static boolean reaches(@Nullable LocalDate last, LocalDate from) {
        return last != null && !last.isBefore(from);
    }

    /** Whether nothing but reports stands in these files, and nothing moved between each of them and the one before. */
    private boolean arePlain(Subject subject, Told all, List<RecordedFile> wanted) {
        Set<LocalDate> days = wanted.stream()
                .flatMap(file -> all.reportsOf(file).stream())
                .map(Report::asOf)
                .collect(Collectors.toSet());
        return wanted.stream().allMatch(file -> files.tellsReportsOnly(subject.generation(), subject.account(), file))
                && !settling.movesBefore(subject.generation(), subject.account(), days);
    }

    private ComparedInputs everythingSince(Subject subject, Told all, @Nullable Reconciled before, State now) {
        Settlement settlement = comparisons.fold(subject);
        Map<FileId, LocalDate> lastDays = all.lastDays();
        ComparedInputs inputs = ComparedInputs.of(settlement, all.files(), lastDays);
        LocalDate from = before == null || !before.state().grounds().equals(now.grounds())
                ? LocalDate.MIN
                : Stream.concat(
                                inputs.firstDifference(before.inputs()).stream(),
                                changedFrom(subject, all, before.state()).stream())
                        .min(Comparator.naturalOrder())
                        .orElse(LocalDate.MAX);
        comparisons.compare(
                subject,
                settlement,
                all,
                file -> !lastDays.getOrDefault(file.file(), LocalDate.MAX).isBefore(from),
                (file, lines) -> write(subject, file, lines));
        forgetWithdrawn(subject, all);
        return inputs;
    }

    /**
     * The first day that something new is about, beside bookings and printed figures: what files print of days before it
     * comes out as it did.
     */
    private Optional<LocalDate> changedFrom(Subject subject, Told all, State before) {
        AccountId account = subject.account();
        Optional<SortedSet<LocalDate>> days = reported.daysSince(account, before.reports());
        if (days.isEmpty()) {
            return Optional.of(LocalDate.MIN);
        }
        Stream<LocalDate> newFiles = all.files().stream()
                .filter(file -> file.number() > before.file())
                .flatMap(file -> all.lastDay(file).stream());
        return Stream.of(days.get().stream(), reported.firstRateSince(account, before.reports()).stream(), newFiles)
                .flatMap(each -> each)
                .min(Comparator.naturalOrder());
    }

    /** A file that was taken back prints nothing any more. */
    private void forgetWithdrawn(Subject subject, Told all) {
        Set<FileId> standing = all.files().stream().map(RecordedFile::file).collect(Collectors.toSet());
        files.everyFile(subject.generation(), subject.account()).stream()
                .filter(file -> !standing.contains(file))
                .forEach(file -> write(subject, file, List.of()));
    }

    private void write(Subject subject, FileId file, List<Comparison> lines) {
        rows.write(
                subject.generation(),
                subject.account(),
                SettledTables.RECONCILIATION,
                file,
                lines.stream().map(ReconciliationTable::row));
        counts.write(subject.generation(), subject.account(), file, lines);
    }

    /** When the latest of everything was recorded. */
    private Instant recordedAt(Subject subject, Told all) {
        NavigableSet<AccountId> linked = settlements.linked(subject.generation(), List.of(subject.account()));
        return Stream.of(
                        Stream.of(reported.recordedAt(subject.account())),
                        all.files().stream().map(RecordedFile::recordedAt),
                        told.progress(subject.generation()).stream()
                                .filter(progress -> linked.contains(progress.account()))
                                .map(Progress::settledAt))
                .flatMap(each -> each)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** As it was known then, by file. */
    List<Comparison> known(int generation, AccountId account, Instant knownAt) {
        Subject subject = new Subject(generation, account, knownAt, rules.at(knownAt));
        List<Comparison> all = new ArrayList<>();
        comparisons.compare(
                subject,
                comparisons.fold(subject),
                comparisons.told(subject),
                file -> true,
                (file, lines) -> all.addAll(lines));
        return all;
    }

    /** Whether the table holds of any of the accounts what came after, or what was decided after. */
    boolean knowsMore(int generation, Collection<AccountId> accounts, Instant knownAt) {
        Map<AccountId, Reconciled> reconciled = states.reconciled(generation);
        Rules then = rules.at(knownAt);
        Rules now = rules.now();
        return accounts.stream().anyMatch(account -> {
            Reconciled held = reconciled.get(account);
            return (held != null && held.recordedAt().isAfter(knownAt))
                    || !then.version(account).equals(now.version(account));
        });
    }
}
