/** Dividends of single instruments as collectors of Yahoo's data store them. */
@NullMarked
package io.dividendsomatic.ingestion.format.yahoo;

import org.jspecify.annotations.NullMarked;
