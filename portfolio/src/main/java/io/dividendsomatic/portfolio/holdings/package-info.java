/** What the accounts held on a day as it was known at a time: questions, pure folds, and answers. */
@NullMarked
package io.dividendsomatic.portfolio.holdings;

import org.jspecify.annotations.NullMarked;
