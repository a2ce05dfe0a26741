package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Money;
import java.time.LocalDate;

/** A charge of a trade in another currency than the position's: it is in no lot's cost, and is not converted here. */
public record CostApart(FactId booking, LocalDate date, Money cost) {}
