/** The exports of Nordnet: transactions in four languages, and the Finnish form 9A. */
@NullMarked
package io.dividendsomatic.ingestion.format.nordnet;

import org.jspecify.annotations.NullMarked;
