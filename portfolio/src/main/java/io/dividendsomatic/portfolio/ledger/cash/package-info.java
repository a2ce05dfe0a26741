/** What the bookings leave of money, by currency and day. */
@NullMarked
package io.dividendsomatic.portfolio.ledger.cash;

import org.jspecify.annotations.NullMarked;
