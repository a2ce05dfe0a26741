package io.dividendsomatic.dividends.outlook;

import io.dividendsomatic.dividends.income.SharesHeld;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.time.LocalDate;
import java.util.Map;

/**
 * How far one can say that something did not come.
 *
 * @param toldUntil the last day of which the files of an account tell; of an account that is not named nothing is missing
 */
public record Knowledge(SharesHeld held, Map<AccountId, LocalDate> toldUntil, LocalDate asOf) {

    public Knowledge {
        toldUntil = Map.copyOf(toldUntil);
    }

    /** Whether the files of the account tell of that day, and it is over. */
    boolean coversFor(AccountId account, LocalDate day) {
        LocalDate until = toldUntil.get(account);
        return until != null && !until.isBefore(day) && !asOf.isBefore(day);
    }
}
