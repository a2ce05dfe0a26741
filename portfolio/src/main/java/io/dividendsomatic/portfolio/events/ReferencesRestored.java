package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.FileId;

/** The references of a retracted file count again. */
public record ReferencesRestored(FileId file) implements ReferenceEvent {}
