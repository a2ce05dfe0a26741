/** The files of Interactive Brokers, as Flex queries and Client Portal write them. */
@NullMarked
package io.dividendsomatic.ingestion.format.ibkr;

import org.jspecify.annotations.NullMarked;
