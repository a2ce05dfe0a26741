/** Where files come from: the port of every source, and the folder that is watched. */
@NullMarked
package io.dividendsomatic.ingestion.source;

import org.jspecify.annotations.NullMarked;
