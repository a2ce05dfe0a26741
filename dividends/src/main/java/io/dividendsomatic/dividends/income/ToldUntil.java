package io.dividendsomatic.dividends.income;

import io.dividendsomatic.portfolio.kernel.AccountId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The last day of which the files of an account tell anything; nothing where they tell none. */
@FunctionalInterface
public interface ToldUntil {
    ToldUntil UNKNOWN = account -> null;

    @Nullable
    LocalDate of(AccountId account);
}
