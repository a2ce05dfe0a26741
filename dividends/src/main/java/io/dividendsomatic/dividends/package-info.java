/** Dividends: what was paid, on what, with which tax, and what is to come. */
@NullMarked
package io.dividendsomatic.dividends;

import org.jspecify.annotations.NullMarked;
