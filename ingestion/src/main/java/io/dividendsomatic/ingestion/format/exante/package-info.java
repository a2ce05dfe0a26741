/** The reports of Exante: several tables in one file, and a trade in a row for each of its legs. */
@NullMarked
package io.dividendsomatic.ingestion.format.exante;

import org.jspecify.annotations.NullMarked;
