package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.ingestion.intake.Receipt;
import java.util.List;

/**
 * What one look at a source brought.
 *
 * @param taken files that were new to the intake
 * @param known files whose bytes were here already
 * @param refused files that the intake or the source itself did not take, each told in the log or the journal
 */
public record Fetched(int taken, int known, int refused) {
    public static final Fetched NOTHING = new Fetched(0, 0, 0);

    /** What the intake answered. Bytes that are being read just now are known; those of another account are refused. */
    public static Fetched of(List<Receipt> receipts) {
        Fetched fetched = NOTHING;
        for (Receipt receipt : receipts) {
            fetched = fetched.plus(
                    switch (receipt) {
                        case Receipt.Taken taken -> new Fetched(1, 0, 0);
                        case Receipt.Known known -> new Fetched(0, 1, 0);
                        case Receipt.UnderWay underWay -> new Fetched(0, 1, 0);
                        case Receipt.Conflict conflict -> new Fetched(0, 0, 1);
                        case Receipt.Retracted takenBack -> new Fetched(0, 0, 1);
                    });
        }
        return fetched;
    }

    public Fetched plus(Fetched other) {
        return new Fetched(taken + other.taken, known + other.known, refused + other.refused);
    }
}
