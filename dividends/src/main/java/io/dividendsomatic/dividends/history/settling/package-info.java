/** The payments that follow from all tellings of an account together: folded, and kept in tables. */
@NullMarked
package io.dividendsomatic.dividends.history.settling;

import org.jspecify.annotations.NullMarked;
