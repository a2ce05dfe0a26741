/** The Transaction History of Client Portal: one table of everything that moved, in the account's base currency. */
@NullMarked
package io.dividendsomatic.ingestion.format.ibkr.history;

import org.jspecify.annotations.NullMarked;
