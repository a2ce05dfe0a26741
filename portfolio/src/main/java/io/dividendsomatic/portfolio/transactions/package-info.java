/** The ledger of the accounts as files told it: transactions, cash and realized gains, each with its sources. */
@NullMarked
package io.dividendsomatic.portfolio.transactions;

import org.jspecify.annotations.NullMarked;
