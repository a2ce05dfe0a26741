package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.time.LocalDate;

/** A rate of a currency to the account's base currency at the end of a day. */
public record FxRateToBase(LocalDate date, CurrencyCode currency, FxRate rate) implements StatementRow {}
