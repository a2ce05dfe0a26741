package io.dividendsomatic.portfolio.holdings.fx;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rates that brokers stated, as far as they count on a day and were known at a time. */
public interface RatesToBase {

    /** Every account that may tell a rate, in order. */
    List<AccountId> accounts();

    /** The account's base currency, when it was told. */
    Optional<CurrencyCode> base(AccountId account);

    /** The newest rate of a currency to the account's base currency. */
    Optional<Stated> newest(AccountId account, CurrencyCode currency);

    /**
     * A rate as a file states it.
     *
     * @param base the base currency that the same file tells
     */
    record Stated(LocalDate date, FxRate rate, @Nullable CurrencyCode base) {}
}
