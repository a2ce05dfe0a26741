/** What follows from all tellings of an account together: folded, and kept in tables for quick answers. */
@NullMarked
package io.dividendsomatic.portfolio.transactions.settling;

import org.jspecify.annotations.NullMarked;
