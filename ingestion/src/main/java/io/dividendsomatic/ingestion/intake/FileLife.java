package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.FileRestored;
import io.dividendsomatic.ingestion.events.FileRetracted;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.ingestion.intake.RetractionRefused.Code;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What follows when a file is taken back, or when that is undone, from the newest event of its stream. */
final class FileLife {

    private FileLife() {}

    /** Nothing when it is retracted already. Throws RetractionRefused. */
    static List<FileEvent> retract(FileId file, Optional<FileEvent> newest, String reason, Instant now) {
        return isRetracted(file, newest) ? List.of() : List.of(new FileRetracted(file, reason, now));
    }

    /** Nothing when it is not retracted. Throws RetractionRefused. */
    static List<FileEvent> restore(FileId file, Optional<FileEvent> newest, Instant now) {
        return isRetracted(file, newest) ? List.of(new FileRestored(file, now)) : List.of();
    }

    private static boolean isRetracted(FileId file, Optional<FileEvent> newest) {
        return switch (newest.orElseThrow(() -> unknown(file))) {
            case FileParsed parsed -> false;
            case FileRestored restored -> false;
            case FileRetracted retracted -> true;
            case FileRejected rejected ->
                throw new RetractionRefused(Code.REJECTED, "The file was refused whole: it told nothing.");
            case FileArrived underWay -> throw underWay();
            case RowsParsed underWay -> throw underWay();
        };
    }

    static RetractionRefused unknown(FileId file) {
        return new RetractionRefused(Code.NOT_FOUND, "No file with this id ever arrived: " + file);
    }

    static RetractionRefused underWay() {
        return new RetractionRefused(Code.UNDER_WAY, "The file is being read just now.");
    }
}
