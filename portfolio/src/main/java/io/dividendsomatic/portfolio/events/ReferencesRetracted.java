package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.RetractionCause;

/** The references that a file had told until now count no more. */
public record ReferencesRetracted(FileId file, RetractionCause cause) implements ReferenceEvent {}
