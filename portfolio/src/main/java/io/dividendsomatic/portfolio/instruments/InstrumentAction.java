package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A corporate action as an account saw it, with the names that were told then.
 *
 * @param quantity units that came (positive) or went (negative); absent where the file does not tell
 * @param other the security on the other side, where the row names one
 * @param sources every line of every file that tells it
 */
public record InstrumentAction(
        FactId factId,
        AccountId account,
        LocalDate date,
        CorporateAction.Kind kind,
        @Nullable String brokerType,
        Instrument instrument,
        @Nullable Quantity quantity,
        @Nullable Instrument other,
        boolean cancelled,
        @Nullable String description,
        List<SourceRef> sources) {

    public InstrumentAction {
        sources = List.copyOf(sources);
    }
}
