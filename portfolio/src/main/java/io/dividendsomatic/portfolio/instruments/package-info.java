/** Which instrument a broker's words mean: what the files show, what a person decided, and what remains a question. */
@NullMarked
package io.dividendsomatic.portfolio.instruments;

import org.jspecify.annotations.NullMarked;
