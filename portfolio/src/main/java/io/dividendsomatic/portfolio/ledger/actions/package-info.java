/** Which rows of corporate actions belong to one event, and which rows take back which. */
@NullMarked
package io.dividendsomatic.portfolio.ledger.actions;

import org.jspecify.annotations.NullMarked;
