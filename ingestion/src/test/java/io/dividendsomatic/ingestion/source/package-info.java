/** Tests of the watched folder, on real files. */
@NullMarked
package io.dividendsomatic.ingestion.source;

import org.jspecify.annotations.NullMarked;
