/** Forecasts that are kept when they are made, and graded by what came. */
@NullMarked
package io.dividendsomatic.dividends.forecasts;

import org.jspecify.annotations.NullMarked;
