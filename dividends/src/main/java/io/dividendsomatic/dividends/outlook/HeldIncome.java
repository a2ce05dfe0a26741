package io.dividendsomatic.dividends.outlook;

import io.dividendsomatic.dividends.income.DeclaredRate;
import io.dividendsomatic.dividends.income.Frequency;
import io.dividendsomatic.dividends.income.Yields;
import io.dividendsomatic.portfolio.kernel.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * What an instrument that is held pays, without the payments behind it: of all instruments these do not fit into a small
 * memory.
 *
 * @param declared the rate that counts
 * @param yields by that rate, gross; {@code netYields} by what of it reached the account in the last year
 */
public record HeldIncome(
        Instrument instrument,
        Frequency frequency,
        @Nullable DeclaredRate declared,
        Yields yields,
        Yields netYields) {

    public static HeldIncome of(Position position) {
        return new HeldIncome(
                position.instrument(),
                position.income().frequency(),
                position.income().declared(),
                position.income().yields(),
                position.income().netYields());
    }
}
