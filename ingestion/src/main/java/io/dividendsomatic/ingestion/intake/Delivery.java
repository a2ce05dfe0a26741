package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A file as a source brings it.
 *
 * @param name as the sender calls it; without folders and control characters, cut to {@value #MAX_NAME} characters
 * @param account that the sender names, for files that name none
 * @param mapping that the sender names
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way in; deliveries are never compared
public record Delivery(
        FileSource source,
        String name,
        byte[] content,
        @Nullable AccountId account,
        @Nullable String mapping) {
    /** What file systems allow. */
    static final int MAX_NAME = 255;

    public Delivery {
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "_")
                .strip();
        name = plain.isEmpty() ? "unnamed" : plain.substring(0, Math.min(plain.length(), MAX_NAME));
    }

    FileArrived arrival(FileId file, Instant receivedAt) {
        return new FileArrived(
                file, source, name, content.length, receivedAt.truncatedTo(ChronoUnit.MILLIS), account, mapping);
    }
}
