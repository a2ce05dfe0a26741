/** The import journal: one entry a file, what became of it, and what is wrong with it. */
@NullMarked
package io.dividendsomatic.ingestion.journal;

import org.jspecify.annotations.NullMarked;
