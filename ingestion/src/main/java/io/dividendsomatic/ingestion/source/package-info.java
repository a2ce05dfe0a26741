/** Where files come from: the port of every source, its plan, and the folders that are watched. */
@NullMarked
package io.dividendsomatic.ingestion.source;

import org.jspecify.annotations.NullMarked;
