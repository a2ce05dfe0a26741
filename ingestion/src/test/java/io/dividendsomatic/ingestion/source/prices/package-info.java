/** Tests of vendors against a server on this machine that answers as they do. */
@NullMarked
package io.dividendsomatic.ingestion.source.prices;

import org.jspecify.annotations.NullMarked;
