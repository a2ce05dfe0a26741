package io.dividendsomatic.portfolio.ledger.reconciliation;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a broker printed, and ours for it. Money has the sign of its effect on cash.
 *
 * @param period of the figure; one day for a balance or a position
 * @param printed absent when only ours is there, as {@code ours} is when only the broker's is
 * @param difference printed less ours
 * @param sources the printed rows, and of a figure that breaks the rows that may be why: those that we added up, and
 *     of a balance the conversions whose charge may be in another currency than the file says
 */
public record ReconciliationLine(
        FileId file,
        @Nullable Period period,
        Item item,
        @Nullable Instrument instrument,
        @Nullable CurrencyCode currency,
        @Nullable Amount printed,
        @Nullable Amount ours,
        @Nullable Amount difference,
        Verdict verdict,
        List<SourceRef> sources) {

    public ReconciliationLine {
        sources = sources.stream().distinct().sorted().toList();
    }

    static ReconciliationLine of(
            FileId file,
            @Nullable Period period,
            Item item,
            @Nullable Instrument instrument,
            @Nullable CurrencyCode currency,
            @Nullable Amount printed,
            @Nullable Amount ours,
            Tolerance tolerance,
            List<SourceRef> sources) {
        if (printed == null || ours == null) {
            return new ReconciliationLine(
                    file, period, item, instrument, currency, printed, ours, null, Verdict.NOT_STATED, sources);
        }
        Amount difference = new Amount(printed.value().subtract(ours.value()));
        Verdict verdict = tolerance.allows(difference) ? Verdict.MATCH : Verdict.BREAK;
        return new ReconciliationLine(
                file, period, item, instrument, currency, printed, ours, difference, verdict, sources);
    }

    /** What it says, wherever it is printed. */
    ReconciliationLine unsourced() {
        return new ReconciliationLine(
                file, period, item, instrument, currency, printed, ours, difference, verdict, List.of());
    }

    /** With these rows named beside the printed ones. */
    ReconciliationLine naming(List<SourceRef> rows) {
        List<SourceRef> all = new ArrayList<>(sources);
        all.addAll(rows);
        return new ReconciliationLine(
                file, period, item, instrument, currency, printed, ours, difference, verdict, all);
    }
}
