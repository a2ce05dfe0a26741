/** Tax that was withheld, by country and payment: what a treaty allows, what can be credited or reclaimed. Pure. */
@NullMarked
package io.dividendsomatic.dividends.tax;

import org.jspecify.annotations.NullMarked;
