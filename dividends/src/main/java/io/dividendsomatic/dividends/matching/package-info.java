/** Which tax belongs to which payment, what was taken back, and which rows are one payment of an issuer. Pure. */
@NullMarked
package io.dividendsomatic.dividends.matching;

import org.jspecify.annotations.NullMarked;
