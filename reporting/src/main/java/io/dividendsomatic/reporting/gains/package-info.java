/** What was realized: by year, with winners and losers, and what it would be worth had it been kept. */
@NullMarked
package io.dividendsomatic.reporting.gains;

import org.jspecify.annotations.NullMarked;
