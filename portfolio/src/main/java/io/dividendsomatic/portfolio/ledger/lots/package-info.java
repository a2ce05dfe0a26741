/** Tax lots, positions and realized gains, as two views over the same bookings: first in first out, and average cost. */
@NullMarked
package io.dividendsomatic.portfolio.ledger.lots;

import org.jspecify.annotations.NullMarked;
