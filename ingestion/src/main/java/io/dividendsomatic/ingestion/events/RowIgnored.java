package io.dividendsomatic.ingestion.events;

/**
 * A row was passed over on purpose.
 *
 * @param reason for example {@code TOTAL}, or {@code SECTION: Trades} for a section that is not read yet
 */
public record RowIgnored(int line, int lines, String reason) implements RowVerdict {}
