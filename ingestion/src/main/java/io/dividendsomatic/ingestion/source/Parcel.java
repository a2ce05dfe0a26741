package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportEntry.Status;
import io.dividendsomatic.ingestion.source.Shelves.Failure;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file of the inbox with what was taken of it: its own bytes, or the files of an archive. */
final class Parcel {
    private final InboxFile file;
    private final int size;
    private final Map<FileId, Delivery> awaited = new HashMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private @Nullable FileId whole;
    private int year;

    Parcel(InboxFile file, int size) {
        this.file = file;
        this.size = size;
    }

    InboxFile file() {
        return file;
    }

    /** The journal is going to tell what became of this part. */
    void await(FileId id, Delivery part) {
        awaited.put(id, part);
        whole = part.envelope() == null ? id : null;
    }

    /** This part is not taken at all. */
    void refuse(Delivery part, String code, String message) {
        failures.add(new Failure(nameOf(part), code, message, 0, List.of(), List.of()));
    }

    /** What became of a part that was awaited. */
    void finished(ImportEntry entry) {
        Delivery part = awaited.remove(entry.fileId());
        year = entry.receivedAt().atZone(ZoneOffset.UTC).getYear();
        if (part != null && entry.status() == Status.REJECTED) {
            Problem first = entry.problems().getFirst();
            List<Problem> others = entry.problems().subList(1, entry.problems().size());
            String code = first.code().name();
            failures.add(new Failure(nameOf(part), code, first.message(), first.line(), others, List.of()));
        }
    }

    boolean isComplete() {
        return awaited.isEmpty();
    }

    /** The file's own bytes, when they were read; absent for an archive that was opened. */
    Optional<FileId> read() {
        return failures.isEmpty() ? Optional.ofNullable(whole) : Optional.empty();
    }

    /** Throws IOException when the file cannot be taken from its folder. */
    void putInto(FileEnds ends) throws IOException {
        if (failures.isEmpty()) {
            ends.read(file, whole, year);
        } else {
            ends.refused(file, whole, failure());
        }
    }

    private Failure failure() {
        Failure first = failures.getFirst();
        if (first.name() == null) {
            return first;
        }
        String message = "%,d of the %,d files in the archive were refused".formatted(failures.size(), size);
        return new Failure(null, first.code(), message, 0, List.of(), failures);
    }

    private static @Nullable String nameOf(Delivery part) {
        return part.envelope() == null ? null : part.name();
    }
}
