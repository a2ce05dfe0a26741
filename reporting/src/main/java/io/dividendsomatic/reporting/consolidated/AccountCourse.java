package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.kernel.AccountId;
import java.util.List;

/**
 * What is known of an account from its first day to its last, in its own currencies.
 *
 * @param flows by day
 * @param values by day and currency
 * @param cash the balances of days on which they changed, by day
 */
public record AccountCourse(AccountId account, List<Flow> flows, List<ValueDay> values, List<Balance> cash) {

    public AccountCourse {
        flows = List.copyOf(flows);
        values = List.copyOf(values);
        cash = List.copyOf(cash);
    }
}
