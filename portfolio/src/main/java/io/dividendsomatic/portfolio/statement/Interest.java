package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * Interest received (positive) or paid (negative).
 *
 * @param instrument the bond that paid it; absent for interest on cash and loans
 */
public record Interest(CashMovement movement, @Nullable Instrument instrument) implements StatementRow {}
