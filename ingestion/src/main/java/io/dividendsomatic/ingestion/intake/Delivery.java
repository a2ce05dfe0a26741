package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.format.Envelope;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file as a source brings it.
 *
 * @param envelope the name of the archive in which it lay
 * @param name as the sender calls it; without folders, control characters and
 *     marks that turn the direction of writing, cut to {@value #MAX_NAME} characters
 * @param account that the sender names, for files that name none
 * @param mapping that the sender names
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way in; deliveries are never compared
public record Delivery(
        FileSource source,
        @Nullable String envelope,
        String name,
        byte[] content,
        @Nullable AccountId account,
        @Nullable String mapping) {
    /** What file systems allow. */
    static final int MAX_NAME = 255;

    /** They end lines, or have {@code cod.csv} read as another name. */
    private static final String UNSHOWN = "[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]";

    public Delivery {
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll(UNSHOWN, "_")
                .strip();
        name = plain.isEmpty() ? "unnamed" : plain.substring(0, Math.min(plain.length(), MAX_NAME));
    }

    public Delivery(
            FileSource source, String name, byte[] content, @Nullable AccountId account, @Nullable String mapping) {
        this(source, null, name, content, account, mapping);
    }

    /**
     * What the sender meant to send: each file of an archive, once, or the file itself. An archive that cannot be opened
     * stays one file, which its reading refuses.
     */
    public List<Delivery> opened() {
        if (!Envelope.is(content)) {
            return List.of(this);
        }
        try {
            Map<FileId, Delivery> files = new LinkedHashMap<>();
            for (Envelope.Content file : Envelope.open(content)) {
                files.putIfAbsent(FileId.of(file.bytes()), of(file));
            }
            return List.copyOf(files.values());
        } catch (RefusedFile refused) {
            return List.of(this);
        }
    }

    private Delivery of(Envelope.Content file) {
        return new Delivery(source, name, file.path(), file.bytes(), account, mapping);
    }

    /** The name in the journal; a file of an archive is named behind it, as behind a folder. */
    String fullName() {
        return envelope == null ? name : envelope + "/" + name;
    }

    FileArrived arrival(FileId file, Instant receivedAt) {
        return new FileArrived(
                file, source, fullName(), content.length, receivedAt.truncatedTo(ChronoUnit.MILLIS), account, mapping);
    }
}
