/** What instruments cost as vendors list it, beside the brokers' own prices and never in their place. */
@NullMarked
package io.dividendsomatic.portfolio.prices;

import org.jspecify.annotations.NullMarked;
