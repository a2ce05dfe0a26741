package io.dividendsomatic.portfolio.fx;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Finds rates as {@link FxBook} does. It serves one question. */
public interface FxLookup {

    /**
     * The rate of a fact and how it was found.
     *
     * @param account without one, every account is another
     * @param own what the fact's row states, to the account's base currency
     */
    ResolvedFx resolve(
            @Nullable AccountId account, CurrencyCode from, CurrencyCode to, LocalDate day, @Nullable FxRate own);

    /** The rate alone. */
    default Fx rate(AccountId account, CurrencyCode from, CurrencyCode to, LocalDate day, @Nullable FxRate own) {
        return resolve(account, from, to, day, own).fx();
    }
}
