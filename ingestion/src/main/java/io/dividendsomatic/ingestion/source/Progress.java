package io.dividendsomatic.ingestion.source;

import org.jspecify.annotations.Nullable;

/**
 * How far one look at a source has come.
 *
 * @param done pieces that are finished, whatever became of them
 * @param total pieces that it found; 0 while it does not know
 * @param at the piece that it has reached, by a name that a person knows
 */
public record Progress(long done, long total, @Nullable String at) {
    public static final Progress NONE = new Progress(0, 0, null);
}
