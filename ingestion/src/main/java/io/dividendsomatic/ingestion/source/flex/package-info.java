/** The Flex Web Service of Interactive Brokers: statements by token and query, with no gateway and no browser. */
@NullMarked
package io.dividendsomatic.ingestion.source.flex;

import org.jspecify.annotations.NullMarked;
