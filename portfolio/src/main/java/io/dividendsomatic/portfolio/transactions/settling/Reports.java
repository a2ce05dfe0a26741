package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.ReportedDays;
import io.dividendsomatic.portfolio.holdings.ReportedDays.Report;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.ledger.Naming;
import io.dividendsomatic.portfolio.ledger.lots.FirstReport;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Holds a settlement against what the broker reported, as far as it was known. */
@Component
class Reports {
    private final ReportedDays reported;
    private final RecordedFiles files;

    Reports(ReportedDays reported, RecordedFiles files) {
        this.reported = reported;
        this.files = files;
    }

    Stretches stretches(int generation, Settlement settlement, LotRules rules, Instant knownAt) {
        AccountId account = settlement.account();
        Map<FileId, Instant> recordedAt = files.standing(generation, account, knownAt).stream()
                .collect(Collectors.toMap(RecordedFiles.RecordedFile::file, RecordedFiles.RecordedFile::recordedAt));
        Map<LocalDate, List<HeldPosition>> read = new HashMap<>();
        return new Stretches(
                settlement,
                rules,
                reported.right(account, knownAt),
                day -> read.computeIfAbsent(
                        day, first -> named(reported.positions(account, day, knownAt), rules.naming(), day)),
                recordedAt);
    }

    /** The first day of which anything was reported. */
    Optional<FirstReport> first(AccountId account, Naming naming, Instant knownAt) {
        SortedMap<LocalDate, Report> right = reported.right(account, knownAt);
        if (right.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = right.firstKey();
        return Optional.of(first(day, named(reported.positions(account, day, knownAt), naming, day)));
    }

    static FirstReport first(LocalDate day, List<HeldPosition> positions) {
        return new FirstReport(
                day,
                positions.stream()
                        .map(held -> new FirstReport.Stated(
                                held.instrument(), held.currency(), held.quantity(), held.costBasis(), held.sources()))
                        .toList());
    }

    /** Positions of a day that was reported. */
    static List<HeldPosition> named(List<HeldPosition> reported, Naming naming, LocalDate day) {
        return reported.stream()
                .map(position -> position.of(naming.on(day, position.instrument())))
                .toList();
    }

    DerivedDays derive(int generation, Settlement settlement, LotRules rules, Instant knownAt) {
        return DerivedDays.of(settlement, stretches(generation, settlement, rules, knownAt));
    }
}
