package io.dividendsomatic.ingestion.events;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.time.Instant;

/** The retraction of a file was undone: what it told counts again. */
public record FileRestored(FileId file, Instant restoredAt) implements FileEvent {}
