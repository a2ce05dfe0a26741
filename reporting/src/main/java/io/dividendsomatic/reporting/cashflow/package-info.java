/** What came in and what it cost, month by month and by type. */
@NullMarked
package io.dividendsomatic.reporting.cashflow;

import org.jspecify.annotations.NullMarked;
