/** Fills the tables of the transactions from the accounts' events. */
@NullMarked
package io.dividendsomatic.portfolio.transactions.projection;

import org.jspecify.annotations.NullMarked;
