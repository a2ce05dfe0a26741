package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.FileId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a file says and that belongs to no account is recorded: the last such event of that file.
 *
 * @param facts how many
 * @param reading of the file's bytes, counted; absent for the first
 */
public record ReferencesRecorded(
        FileId file, int facts, @Nullable Integer reading) implements ReferenceEvent {

    /** Of the first reading. */
    public ReferencesRecorded(FileId file, int facts) {
        this(file, facts, null);
    }
}
