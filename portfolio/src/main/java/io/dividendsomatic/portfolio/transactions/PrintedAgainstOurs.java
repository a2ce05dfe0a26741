package io.dividendsomatic.portfolio.transactions;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.reconciliation.Item;
import io.dividendsomatic.portfolio.ledger.reconciliation.ReconciliationLine;
import io.dividendsomatic.portfolio.ledger.reconciliation.Verdict;
import io.dividendsomatic.portfolio.transactions.settling.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a file prints, and ours for it; money has the sign of its effect on cash.
 *
 * @param period of the figure, one day for a balance or a position; absent when no file tells it
 * @param printed absent when only ours is there, as {@code ours} is when only the broker's is
 * @param difference printed − ours
 * @param sources the printed rows, and where it breaks those that may be why
 */
public record PrintedAgainstOurs(
        AccountId account,
        FileId fileId,
        @Nullable Period period,
        Item item,
        @Nullable Isin isin,
        @Nullable String symbol,
        @Nullable String name,
        @Nullable CurrencyCode currency,
        @Nullable Amount printed,
        @Nullable Amount ours,
        @Nullable Amount difference,
        Verdict verdict,
        List<SourceRef> sources) {

    public PrintedAgainstOurs {
        sources = List.copyOf(sources);
    }

    static PrintedAgainstOurs of(Comparison comparison) {
        ReconciliationLine line = comparison.line();
        Instrument instrument = line.instrument();
        return new PrintedAgainstOurs(
                comparison.account(),
                line.file(),
                line.period(),
                line.item(),
                instrument == null ? null : instrument.isin(),
                instrument == null ? null : instrument.symbol(),
                instrument == null ? null : instrument.name(),
                line.currency(),
                line.printed(),
                line.ours(),
                line.difference(),
                line.verdict(),
                line.sources());
    }
}
