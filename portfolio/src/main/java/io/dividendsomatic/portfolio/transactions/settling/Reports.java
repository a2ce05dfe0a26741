package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.ReportedDays;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.Naming;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.OpeningDay;
import io.dividendsomatic.portfolio.ledger.lots.OpeningReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Those by which lots may be opened, by day. */
    List<OpeningReport> opening(AccountId account, Naming naming, Instant knownAt, Collection<Telling> tellings) {
        SortedSet<LocalDate> days =
                new TreeSet<>(reported.right(account, knownAt).keySet());
        return OpeningDay.among(days, told(tellings)).stream()
                .map(day -> opening(day, named(reported.positions(account, day.day(), knownAt), naming, day.day())))
                .toList();
    }

    /** The days that files with bookings cover. */
    static Set<Period> told(Collection<Telling> tellings) {
        return tellings.stream()
                .map(Telling::spokenFor)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
    }

    static OpeningReport opening(OpeningDay day, List<HeldPosition> positions) {
        return new OpeningReport(
                day.day(),
                day.previous(),
                positions.stream()
                        .map(held -> new OpeningReport.Stated(
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
