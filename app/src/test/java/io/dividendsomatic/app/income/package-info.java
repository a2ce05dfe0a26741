/** The read model of dividends on both databases. */
@NullMarked
package io.dividendsomatic.app.income;

import org.jspecify.annotations.NullMarked;
