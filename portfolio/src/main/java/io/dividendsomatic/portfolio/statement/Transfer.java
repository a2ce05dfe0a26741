package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Securities or money that moved between two accounts of the owner, or shares that were granted, without a trade.
 *
 * @param quantity positive when it came in, negative when it went out; absent for money
 * @param cash money moved, as the effect on cash
 * @param marketValue of what was moved, always positive
 * @param costBasis of what was moved where the file states it, always positive
 * @param counterparty the other account or broker, as the file names it
 */
public record Transfer(
        LocalDate date,
        @Nullable Instrument instrument,
        @Nullable Quantity quantity,
        @Nullable Money cash,
        @Nullable Money marketValue,
        @Nullable Money costBasis,
        @Nullable String counterparty,
        @Nullable String description,
        References references)
        implements StatementRow {}
