package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.reconciliation.ReconciliationLine;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a file prints of an account, against ours.
 *
 * @param covered the days of the whole file, where they are known
 * @param key tells it apart from the other lines of the account; begins with the file
 */
public record Comparison(AccountId account, @Nullable Period covered, String key, ReconciliationLine line) {

    public FileId file() {
        return line.file();
    }

    static String key(ReconciliationLine line, @Nullable InstrumentKey instrument, int place) {
        Period period = line.period();
        return line.file() + " "
                + line.item() + " "
                + (period == null ? "" : period.to()) + " "
                + (instrument == null ? "" : instrument.value()) + " "
                + (line.currency() == null ? "" : line.currency()) + " "
                + place;
    }

    @Nullable
    Instrument instrument() {
        return line.instrument();
    }
}
