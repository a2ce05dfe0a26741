/** What an instrument pays, as of a day: trailing, declared and projected income, yields, growth and cuts. Pure. */
@NullMarked
package io.dividendsomatic.dividends.income;

import org.jspecify.annotations.NullMarked;
