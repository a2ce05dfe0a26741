/** What everything was worth and cost from day to day. */
@NullMarked
package io.dividendsomatic.reporting.history;

import org.jspecify.annotations.NullMarked;
