/** What instruments cost as vendors list it, beside the brokers' own prices, and in their place only where they state none of the day. */
@NullMarked
package io.dividendsomatic.portfolio.prices;

import org.jspecify.annotations.NullMarked;
