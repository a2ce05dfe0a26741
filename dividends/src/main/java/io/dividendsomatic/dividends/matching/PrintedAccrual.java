package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.statement.DividendAccrual;

/** An accrual and where it is printed. */
public record PrintedAccrual(DividendAccrual row, SourceRef source) {}
