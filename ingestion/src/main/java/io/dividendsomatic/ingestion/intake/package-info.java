/** The one way in: bytes to the archive, a file's arrival, its rows, and the statements for the accounts. */
@NullMarked
package io.dividendsomatic.ingestion.intake;

import org.jspecify.annotations.NullMarked;
