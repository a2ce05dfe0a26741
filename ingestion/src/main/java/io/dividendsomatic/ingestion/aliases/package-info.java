/** The user's own list of which names mean which instruments: a file of the home folder, read again when it changes. */
@NullMarked
package io.dividendsomatic.ingestion.aliases;

import org.jspecify.annotations.NullMarked;
