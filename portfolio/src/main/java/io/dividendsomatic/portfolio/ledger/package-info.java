/** What the bookings of the accounts amount to: pure functions over what files told, never over when they came. */
@NullMarked
package io.dividendsomatic.portfolio.ledger;

import org.jspecify.annotations.NullMarked;
