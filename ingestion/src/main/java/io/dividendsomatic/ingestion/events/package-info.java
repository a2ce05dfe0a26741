/** What has happened to a broker's file. Stored forever under the names and revisions in {@code IngestionEvents}. */
@NullMarked
package io.dividendsomatic.ingestion.events;

import org.jspecify.annotations.NullMarked;
