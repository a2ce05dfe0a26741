package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.portfolio.holdings.Holdings;

/**
 * Everything that is held, in the reporting currency.
 *
 * @param unresolved how many holdings the totals leave out
 */
record Totals(String currency, String value, String cost, String gain, int unresolved) {

    static Totals of(Holdings holdings) {
        return new Totals(
                holdings.currency().code(),
                Shown.amount(holdings.totals().marketValue()),
                Shown.amount(holdings.totals().costBasis()),
                Shown.amount(holdings.totals().unrealizedPnl()),
                holdings.unresolved().size());
    }
}
