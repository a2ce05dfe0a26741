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
    private final ToldTransactions told;

    Reports(ReportedDays reported, ToldTransactions told) {
        this.reported = reported;
        this.told = told;
    }

    Stretches stretches(int generation, Settlement settlement, LotRules rules, Instant knownAt) {
        AccountId account = settlement.account();
        Map<FileId, Instant> recordedAt = told.files(generation, account, knownAt).stream()
                .collect(Collectors.toMap(
                        ToldTransactions.RecordedFile::file, ToldTransactions.RecordedFile::recordedAt));
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
