/** The payments of the accounts as files told them, kept for quick answers: lists, sums, and what follows from them. */
@NullMarked
package io.dividendsomatic.dividends.history;

import org.jspecify.annotations.NullMarked;
