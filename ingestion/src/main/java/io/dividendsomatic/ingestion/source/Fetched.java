package io.dividendsomatic.ingestion.source;

/**
 * What one look at a source brought.
 *
 * @param taken files that were new to the intake
 * @param known files whose bytes were here already
 * @param refused files that the intake or the source itself did not take, each told in the log or the journal
 */
public record Fetched(int taken, int known, int refused) {
    public static final Fetched NOTHING = new Fetched(0, 0, 0);

    public Fetched plus(Fetched other) {
        return new Fetched(taken + other.taken, known + other.known, refused + other.refused);
    }
}
