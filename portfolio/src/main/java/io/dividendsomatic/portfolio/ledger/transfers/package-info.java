/** Which leg of a transfer out of one account is which leg into another. */
@NullMarked
package io.dividendsomatic.portfolio.ledger.transfers;

import org.jspecify.annotations.NullMarked;
