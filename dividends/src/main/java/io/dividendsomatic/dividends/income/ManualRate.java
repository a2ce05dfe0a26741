package io.dividendsomatic.dividends.income;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.LocalDate;

/** A rate that the user wrote down, valid from a day, in shares of that day. */
public record ManualRate(LocalDate from, UnitPrice perPayment, CurrencyCode currency, Frequency frequency) {}
