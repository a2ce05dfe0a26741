/** What this module publishes: forecasts as they were made. */
@NullMarked
package io.dividendsomatic.dividends.events;

import org.jspecify.annotations.NullMarked;
