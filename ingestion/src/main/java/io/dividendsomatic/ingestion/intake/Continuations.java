package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.util.Arrays;

/** A file that was taken before it was whole counts no more once the whole is read. */
public final class Continuations {
    private final Archive archive;
    private final Retractions retractions;

    public Continuations(Archive archive, Retractions retractions) {
        this.archive = archive;
        this.retractions = retractions;
    }

    /**
     * Takes the earlier file back when the later one begins with its bytes, and so tells all that it told. Another version
     * of the same place says something of its own, and both stay. Answers whether anything changed.
     */
    public boolean replace(FileId earlier, FileId later) {
        byte[] first = archive.read(earlier);
        byte[] whole = archive.read(later);
        if (whole.length <= first.length || !Arrays.equals(whole, 0, first.length, first, 0, first.length)) {
            return false;
        }
        try {
            return retractions.retract(earlier, "the file went on after it was taken; the whole is " + later);
        } catch (RetractionRefused toldNothing) {
            return false;
        }
    }
}
