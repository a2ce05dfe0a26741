package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.holdings.ReportedDays;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says how far the comparison of each account is, and how far it could be. */
@Component
class ReconciledStates {
    private static final long NONE = -1;

    private final JdbcClient jdbc;
    private final ToldAccounts told;
    private final RecordedFiles files;
    private final FoldingRules rules;
    private final ReportedDays reported;
    private final FxRates fx;

    ReconciledStates(
            JdbcClient jdbc,
            ToldAccounts told,
            RecordedFiles files,
            FoldingRules rules,
            ReportedDays reported,
            FxRates fx) {
        this.jdbc = jdbc;
        this.told = told;
        this.files = files;
        this.rules = rules;
        this.reported = reported;
        this.fx = fx;
    }

    /**
     * Everything that the lines of an account depend on.
     *
     * @param told bookings and printed figures, of the accounts that transfers link to it too
     * @param grounds identities, and which tables reports are read from: what bears on all days
     * @param reports the number of the newest event about reports and rates
     * @param file the number of the newest event that closed a file
     */
    record State(String told, String grounds, long reports, long file) {}

    /**
     * What was compared.
     *
     * @param recordedAt when the latest event was recorded that may have been taken in
     */
    record Reconciled(State state, ComparedInputs inputs, Instant recordedAt) {}

    /** How far everything is. */
    Map<AccountId, State> now(int generation, Collection<AccountId> accounts) {
        List<Progress> progress = told.progress(generation);
        NavigableSet<AccountId> withTransfers = told.withTransfers(generation);
        FoldingRules.Rules now = rules.now();
        int holdings = reported.generation();
        Map<AccountId, Long> reports = reported.newest();
        Map<AccountId, Long> rates = fx.newestStated();
        Map<AccountId, Long> newestFiles = files.newest(generation);
        Map<AccountId, State> states = new TreeMap<>();
        for (AccountId account : accounts) {
            Set<AccountId> linked = withTransfers.contains(account) ? withTransfers : Set.of(account);
            String newest = progress.stream()
                    .filter(each -> linked.contains(each.account()))
                    .map(each -> each.account() + "#" + each.newest())
                    .collect(Collectors.joining(" "));
            states.put(
                    account,
                    new State(
                            newest,
                            "holdings " + holdings + " rules " + now.version(account),
                            Math.max(reports.getOrDefault(account, NONE), rates.getOrDefault(account, NONE)),
                            newestFiles.getOrDefault(account, NONE)));
        }
        return states;
    }

    /** Of those accounts that were ever compared. */
    Map<AccountId, Reconciled> reconciled(int generation) {
        Map<AccountId, Reconciled> all = new HashMap<>();
        jdbc.sql("SELECT * FROM transactions_reconciled WHERE generation = ?")
                .param(generation)
                .query(row -> {
                    all.put(
                            AccountId.parse(row.getString("account")),
                            new Reconciled(
                                    new State(
                                            row.getString("told"),
                                            row.getString("grounds"),
                                            row.getLong("reports"),
                                            row.getLong("file_number")),
                                    ComparedInputs.parse(row.getString("inputs")),
                                    row.getObject("recorded_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return all;
    }

    void write(int generation, AccountId account, Reconciled reconciled) {
        jdbc.sql("DELETE FROM transactions_reconciled WHERE generation = ? AND account = ?")
                .params(generation, account.toString())
                .update();
        State state = reconciled.state();
        jdbc.sql("INSERT INTO transactions_reconciled"
                        + " (generation, account, told, grounds, reports, file_number, inputs, recorded_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        generation,
                        account.toString(),
                        state.told(),
                        state.grounds(),
                        state.reports(),
                        state.file(),
                        reconciled.inputs().text(),
                        reconciled.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
