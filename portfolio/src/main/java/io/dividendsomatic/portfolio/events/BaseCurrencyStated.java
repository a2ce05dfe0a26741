package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.Edition;

/**
 * A file told the account's base currency.
 *
 * @param inferred true when no line names it and it is the one currency whose rate to base the file gives as 1
 */
public record BaseCurrencyStated(
        AccountId account, FileId file, Edition edition, CurrencyCode currency, boolean inferred)
        implements AccountEvent {}
