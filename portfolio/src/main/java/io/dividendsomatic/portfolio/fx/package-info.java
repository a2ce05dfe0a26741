/** Which exchange rate converts a fact, with its date and source; or that none is known. */
@NullMarked
package io.dividendsomatic.portfolio.fx;

import org.jspecify.annotations.NullMarked;
