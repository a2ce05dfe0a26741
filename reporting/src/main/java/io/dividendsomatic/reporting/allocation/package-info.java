/** How what is held divides over currencies, brokers, countries and the like, and how concentrated it is. */
@NullMarked
package io.dividendsomatic.reporting.allocation;

import org.jspecify.annotations.NullMarked;
