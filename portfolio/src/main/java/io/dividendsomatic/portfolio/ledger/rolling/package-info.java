/** What an account holds on the days of which its broker reports nothing: the last report, rolled forward by bookings. */
@NullMarked
package io.dividendsomatic.portfolio.ledger.rolling;

import org.jspecify.annotations.NullMarked;
