/** Prices and dividends of what is held, from vendors of market data that are asked one after the other. */
@NullMarked
package io.dividendsomatic.ingestion.source.prices;

import org.jspecify.annotations.NullMarked;
