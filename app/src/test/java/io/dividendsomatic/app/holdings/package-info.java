/** The read model of holdings over the running program, on both databases. */
@NullMarked
package io.dividendsomatic.app.holdings;

import org.jspecify.annotations.NullMarked;
