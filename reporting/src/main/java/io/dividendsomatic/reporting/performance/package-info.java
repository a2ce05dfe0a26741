/** What came of the money, whenever it came: returns by time and by money. */
@NullMarked
package io.dividendsomatic.reporting.performance;

import org.jspecify.annotations.NullMarked;
