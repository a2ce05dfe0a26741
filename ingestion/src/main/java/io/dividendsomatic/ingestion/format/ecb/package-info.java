/** The euro reference rates of the European Central Bank. */
@NullMarked
package io.dividendsomatic.ingestion.format.ecb;

import org.jspecify.annotations.NullMarked;
