/** What vendors of market data answered, with the question: prices and dividends of no account. */
@NullMarked
package io.dividendsomatic.ingestion.format.vendor;

import org.jspecify.annotations.NullMarked;
