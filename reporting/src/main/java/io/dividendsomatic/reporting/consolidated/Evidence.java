package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shows a flow from outside or to there, and which units a transfer moved.
 *
 * @param isin absent, like symbol and quantity, of money
 * @param quantity units that came, negative when they went or are short
 * @param cost of these units as far as files tell it, with the sign of the flow; absent where none does
 * @param pricedOn the day of the price at which units are valued; absent like their amount
 * @param sources the lines that show it, in order
 */
public record Evidence(
        @Nullable Isin isin,
        @Nullable String symbol,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal cost,
        @Nullable LocalDate pricedOn,
        List<SourceRef> sources) {

    public Evidence {
        quantity = quantity == null ? null : Plain.of(quantity);
        cost = cost == null ? null : Plain.of(cost);
        sources = sources.stream().distinct().sorted().toList();
    }

    static Evidence ofUnits(
            Instrument instrument, BigDecimal quantity, @Nullable BigDecimal cost, List<SourceRef> sources) {
        return new Evidence(instrument.isin(), instrument.symbol(), quantity, cost, null, sources);
    }

    static Evidence ofMoney(List<SourceRef> sources) {
        return new Evidence(null, null, null, null, null, sources);
    }
}
