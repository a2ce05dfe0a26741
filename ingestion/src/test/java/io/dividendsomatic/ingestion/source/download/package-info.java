/** Tests of files that are fetched from a server on this machine. */
@NullMarked
package io.dividendsomatic.ingestion.source.download;

import org.jspecify.annotations.NullMarked;
