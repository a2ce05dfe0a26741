package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.FileId;

/**
 * Everything that a file says and that belongs to no account is recorded: the last such event of that file.
 *
 * @param facts how many
 */
public record ReferencesRecorded(FileId file, int facts) implements ReferenceEvent {}
