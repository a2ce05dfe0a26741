/** Which exchange rate converts an amount for a report, with its date and source; or that none is known. */
@NullMarked
package io.dividendsomatic.portfolio.holdings.fx;

import org.jspecify.annotations.NullMarked;
