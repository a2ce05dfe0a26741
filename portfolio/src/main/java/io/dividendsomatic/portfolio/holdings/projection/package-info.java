/** Writes the accounts' events into the tables of the read model {@code holdings}. */
@NullMarked
package io.dividendsomatic.portfolio.holdings.projection;

import org.jspecify.annotations.NullMarked;
