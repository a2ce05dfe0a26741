package io.dividendsomatic.portfolio.ledger.actions;

import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.CorporateAction;

/** Dividends that a broker tells among its corporate actions. */
public final class PaidDividends {
    /** IBKR's code of a dividend that is told with the units on which it was paid. */
    private static final String DIVIDEND = "DI";

    private PaidDividends() {}

    /** Whether the row states a dividend's money; its units are then those on which it was paid, and none that came. */
    public static boolean is(CorporateAction action) {
        Money cash = action.cash();
        return DIVIDEND.equals(action.brokerType())
                && cash != null
                && cash.amount().value().signum() > 0;
    }
}
