/** Tests of the vocabulary and the dates of Flex queries. */
@NullMarked
package io.dividendsomatic.ingestion.format.ibkr.flex;

import org.jspecify.annotations.NullMarked;
