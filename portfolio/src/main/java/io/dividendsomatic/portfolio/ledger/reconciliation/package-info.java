/** What the broker printed against what the bookings give. */
@NullMarked
package io.dividendsomatic.portfolio.ledger.reconciliation;

import org.jspecify.annotations.NullMarked;
