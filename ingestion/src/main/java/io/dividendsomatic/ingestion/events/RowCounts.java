package io.dividendsomatic.ingestion.events;

/** How many data rows a file has, and what became of them: total = parsed + rejected + ignored. */
public record RowCounts(int total, int parsed, int rejected, int ignored) {
    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

    public RowCounts {
        if (total != parsed + rejected + ignored) {
            throw new IllegalArgumentException(
                    "no row disappears: " + total + " ≠ " + parsed + " + " + rejected + " + " + ignored);
        }
    }
}
