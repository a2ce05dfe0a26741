/** The read model of transactions over the running program, on both databases. */
@NullMarked
package io.dividendsomatic.app.ledger;

import org.jspecify.annotations.NullMarked;
