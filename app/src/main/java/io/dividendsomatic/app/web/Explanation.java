package io.dividendsomatic.app.web;

import io.dividendsomatic.dividends.history.Dividend;
import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.transactions.FactTrail.Telling;
import io.dividendsomatic.portfolio.transactions.Gain;
import io.dividendsomatic.portfolio.transactions.Transaction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact of the ledger comes from and what became of it.
 *
 * @param formulas how its figures follow from the inputs that stand in {@code transaction}, {@code dividend} and
 *     {@code gains}
 * @param fx the rate behind the figures in the reporting currency
 * @param dividend the payment that it is, or that its tax belongs to; absent where it is neither
 * @param gains what it realized as a sale
 * @param events that tell it, in the order in which they were recorded
 * @param files the lines that they were read from
 */
record Explanation(
        FactId factId,
        AccountId account,
        Instant knownAt,
        List<String> formulas,
        Fx fx,
        Transaction transaction,
        @Nullable Dividend dividend,
        List<Gain> gains,
        List<Telling> events,
        List<OfFile> files) {

    Explanation {
        formulas = List.copyOf(formulas);
        gains = List.copyOf(gains);
        events = List.copyOf(events);
        files = List.copyOf(files);
    }

    /**
     * Lines of one file, with their raw text and what they became.
     *
     * @param parserVersion that read it last
     * @param rows empty where the archive's bytes are read by lines that begin no row
     */
    record OfFile(
            FileId fileId,
            @Nullable String name,
            @Nullable String format,
            @Nullable Integer parserVersion,
            @Nullable Instant receivedAt,
            List<Integer> lines,
            List<ImportRow> rows) {

        OfFile {
            lines = List.copyOf(lines);
            rows = List.copyOf(rows);
        }
    }
}
