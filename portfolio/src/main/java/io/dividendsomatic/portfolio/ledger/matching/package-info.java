/** Which tellings of several files speak of one fact. */
@NullMarked
package io.dividendsomatic.portfolio.ledger.matching;

import org.jspecify.annotations.NullMarked;
