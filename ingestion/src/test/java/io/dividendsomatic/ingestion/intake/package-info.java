/** Tests of the way in, without a database. */
@NullMarked
package io.dividendsomatic.ingestion.intake;

import org.jspecify.annotations.NullMarked;
