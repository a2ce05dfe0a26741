package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.fx.FxLookup;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.fx.Step;
import io.dividendsomatic.portfolio.holdings.ReportedDays;
import io.dividendsomatic.portfolio.holdings.ReportedDays.Report;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.AccountLedger;
import io.dividendsomatic.portfolio.ledger.cash.CashLedger;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.ledger.reconciliation.StatedRates;
import io.dividendsomatic.portfolio.transactions.settling.FoldingRules.Rules;
import io.dividendsomatic.portfolio.transactions.settling.RecordedFiles.RecordedFile;
import io.dividendsomatic.portfolio.transactions.settling.ToldTransactions.Extent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what is needed to compare the files of an account, and has them compared one by one. */
@Component
class FileComparisons {
    private final Settlements settlements;
    private final RecordedFiles files;
    private final Reports reports;
    private final ReportedDays reported;
    private final FxRates fx;

    FileComparisons(Settlements settlements, RecordedFiles files, Reports reports, ReportedDays reported, FxRates fx) {
        this.settlements = settlements;
        this.files = files;
        this.reports = reports;
        this.reported = reported;
        this.fx = fx;
    }

    /** An account as it was known at a time, by the rules of then. */
    record Subject(int generation, AccountId account, Instant knownAt, Rules rules) {

        LotRules lots() {
            return rules.lots(account);
        }
    }

    /** The files of an account with the reports of positions that they tell. */
    record Told(List<RecordedFile> files, Map<FileId, List<Report>> reports) {

        List<Report> reportsOf(RecordedFile file) {
            return reports.getOrDefault(file.file(), List.of());
        }

        /** Of each file that says which days it covers, or reports any. */
        Map<FileId, LocalDate> lastDays() {
            Map<FileId, LocalDate> days = new HashMap<>();
            for (RecordedFile file : files) {
                lastDay(file).ifPresent(day -> days.put(file.file(), day));
            }
            return days;
        }

        Optional<LocalDate> lastDay(RecordedFile file) {
            Period period = file.period();
            Optional<LocalDate> last =
                    reportsOf(file).stream().map(Report::asOf).max(Comparator.naturalOrder());
            return period == null
                            || last.filter(day -> day.isAfter(period.to())).isPresent()
                    ? last
                    : Optional.of(period.to());
        }
    }

    Told told(Subject subject) {
        return new Told(
                files.standing(subject.generation, subject.account, subject.knownAt),
                reported.all(subject.account, subject.knownAt).stream().collect(Collectors.groupingBy(Report::file)));
    }

    /** Everything that was told of the account, folded. */
    Settlement fold(Subject subject) {
        return Objects.requireNonNull(settlements
                .fold(
                        subject.generation,
                        settlements.linked(subject.generation, List.of(subject.account)),
                        linked -> Extent.knownAt(subject.knownAt),
                        subject.rules)
                .get(subject.account));
    }

    /** Of files that book nothing and print nothing but positions, between whose reports no units move. */
    static Settlement nothingBooked(AccountId account) {
        LotView none = new LotView(Method.FIFO, new TreeMap<>(), List.of(), List.of(), List.of(), List.of());
        return new Settlement(
                account,
                List.of(),
                new AccountLedger(List.of(), List.of(), none, none, CashLedger.of(List.of())),
                none,
                List.of(),
                List.of());
    }

    /** Compares the wanted ones of the files that were told. */
    void compare(
            Subject subject,
            Settlement settlement,
            Told told,
            Predicate<RecordedFile> wanted,
            BiConsumer<FileId, List<Comparison>> each) {
        Comparisons comparisons = new Comparisons(
                settlement,
                subject.lots(),
                reports.stretches(subject.generation, settlement, subject.lots(), subject.knownAt),
                report -> Reports.named(
                        reported.positions(subject.account, report),
                        subject.lots().naming(),
                        report.asOf()),
                rates(subject));
        told.files().stream()
                .filter(wanted)
                .forEach(file ->
                        each.accept(file.file(), comparisons.of(file.file(), file.period(), told.reportsOf(file))));
    }

    /** Those that the account's own files state for a day, and no others. */
    private StatedRates rates(Subject subject) {
        FxLookup lookup = fx.byMonth(subject.knownAt);
        return (from, to, day) -> Optional.of(lookup.resolve(subject.account, from, to, day, null))
                .filter(found -> found.step() != null && found.step().compareTo(Step.SAME_ACCOUNT) <= 0)
                .map(found -> found.fx().rate());
    }
}
