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
import io.dividendsomatic.portfolio.transactions.settling.ToldTransactions.Progress;
import io.dividendsomatic.portfolio.transactions.settling.ToldTransactions.RecordedFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
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
    private final FoldingRules rules;
    private final Reports reports;
    private final ReportedDays reported;
    private final FxRates fx;
    private final SettledRows rows;
    private final JdbcClient jdbc;

    Reconciler(
            Settling settling,
            Settlements settlements,
            ToldTransactions told,
            FoldingRules rules,
            Reports reports,
            ReportedDays reported,
            FxRates fx,
            SettledRows rows,
            JdbcClient jdbc) {
        this.settling = settling;
        this.settlements = settlements;
        this.told = told;
        this.rules = rules;
        this.reports = reports;
        this.reported = reported;
        this.fx = fx;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /** Brings the table up to date for these accounts. */
    void reconcile(int generation, List<AccountId> accounts) {
        settling.settleWithReports(generation, accounts::contains);
        FoldingRules.Rules now = rules.now();
        for (AccountId account : accounts) {
            if (!state(generation, account, now.version(account)).equals(reconciled(generation, account))) {
                settling.exclusively(generation, () -> reconcile(generation, account, now));
            }
        }
    }

    private void reconcile(int generation, AccountId account, FoldingRules.Rules now) {
        String state = state(generation, account, now.version(account));
        if (state.equals(reconciled(generation, account))) {
            return; // another one was first
        }
        compare(
                generation,
                account,
                now,
                Instant.MAX,
                (file, lines) -> rows.write(
                        generation,
                        account,
                        SettledTables.RECONCILIATION,
                        file + " ",
                        lines.stream().map(ReconciliationTable::row).toList()));
        forgetWithdrawn(generation, account);
        jdbc.sql("DELETE FROM transactions_reconciled WHERE generation = ? AND account = ?")
                .params(generation, account.toString())
                .update();
        jdbc.sql("INSERT INTO transactions_reconciled (generation, account, state) VALUES (?, ?, ?)")
                .params(generation, account.toString(), state)
                .update();
    }

    /** A file that was taken back prints nothing any more. */
    private void forgetWithdrawn(int generation, AccountId account) {
        Set<FileId> standing = told.files(generation, account, Instant.MAX).stream()
                .map(RecordedFile::file)
                .collect(Collectors.toSet());
        told.everyFile(generation, account).stream()
                .filter(file -> !standing.contains(file))
                .forEach(file -> rows.write(generation, account, SettledTables.RECONCILIATION, file + " ", List.of()));
    }

    private String reconciled(int generation, AccountId account) {
        return jdbc.sql("SELECT state FROM transactions_reconciled WHERE generation = ? AND account = ?")
                .params(generation, account.toString())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** How far everything is that its lines depend on. */
    private String state(int generation, AccountId account, String version) {
        NavigableSet<AccountId> linked = settlements.linked(generation, List.of(account));
        String newest = told.progress(generation).stream()
                .filter(progress -> linked.contains(progress.account()))
                .map(progress -> progress.account() + "#" + progress.newest())
                .collect(Collectors.joining(" "));
        long files = told.files(generation, account, Instant.MAX).size();
        return newest + " files " + files + " reports " + reported.generation() + "#" + reported.newest(account)
                + " rates " + fx.stated(account) + " rules " + version;
    }

    /** As it was known then, by file. */
    List<Comparison> known(int generation, AccountId account, Instant knownAt) {
        List<Comparison> all = new ArrayList<>();
        compare(generation, account, rules.at(knownAt), knownAt, (file, lines) -> all.addAll(lines));
        return all;
    }

    /** Whether the table holds what came after, or what was decided after. */
    boolean knowsMore(int generation, AccountId account, Instant knownAt) {
        NavigableSet<AccountId> linked = settlements.linked(generation, List.of(account));
        return reported.recordedAt(account).isAfter(knownAt)
                || told.files(generation, account, Instant.MAX).stream()
                        .anyMatch(file -> file.recordedAt().isAfter(knownAt))
                || !rules.at(knownAt).version(account).equals(rules.now().version(account))
                || told.progress(generation).stream()
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

    private void compare(
            int generation,
            AccountId account,
            FoldingRules.Rules known,
            Instant knownAt,
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
            each.accept(file.file(), comparisons.of(file.file(), period, byFile.getOrDefault(file.file(), List.of())));
        }
    }
}
