/** What is to come, what was to come and did not: calendar, forecast, missing money. Pure. */
@NullMarked
package io.dividendsomatic.dividends.outlook;

import org.jspecify.annotations.NullMarked;
