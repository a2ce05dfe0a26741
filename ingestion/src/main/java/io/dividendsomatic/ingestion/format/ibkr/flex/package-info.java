/** Flex queries of Interactive Brokers, as XML and as CSV: two writings of the same tables, read by the same readers. */
@NullMarked
package io.dividendsomatic.ingestion.format.ibkr.flex;

import org.jspecify.annotations.NullMarked;
