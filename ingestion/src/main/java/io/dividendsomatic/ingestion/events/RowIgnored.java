package io.dividendsomatic.ingestion.events;

import org.jspecify.annotations.Nullable;

/**
 * A row was passed over on purpose.
 *
 * @param reason for example {@code TOTAL}, or {@code SECTION: Trades} for a section that is not read yet
 */
public record RowIgnored(int line, int lines, @Nullable Span span, String reason) implements RowVerdict {}
