/** Tests of the journal's entries. */
@NullMarked
package io.dividendsomatic.ingestion.journal;

import org.jspecify.annotations.NullMarked;
