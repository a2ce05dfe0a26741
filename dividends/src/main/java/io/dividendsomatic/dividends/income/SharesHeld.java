package io.dividendsomatic.dividends.income;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How many shares an account held at the end of a day; nothing where its files do not tell, which is not zero. */
public interface SharesHeld {
    SharesHeld UNKNOWN = (account, key, day) -> null;

    @Nullable
    Quantity at(AccountId account, InstrumentKey key, LocalDate day);
}
