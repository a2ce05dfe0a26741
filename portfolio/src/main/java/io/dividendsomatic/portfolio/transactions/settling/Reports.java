package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.ReportedDays;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                day -> read.computeIfAbsent(day, first -> reported.positions(account, day, knownAt)),
                recordedAt);
    }

    DerivedDays derive(int generation, Settlement settlement, LotRules rules, Instant knownAt) {
        return DerivedDays.of(settlement, stretches(generation, settlement, rules, knownAt));
    }
}
