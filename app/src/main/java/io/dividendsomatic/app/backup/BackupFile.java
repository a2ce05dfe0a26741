package io.dividendsomatic.app.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands where in a backup: a zip with {@code events.ndjson}, one event a line; {@code processors.ndjson}, how far
 * those had read that must not read twice; {@code archive/}, {@code home/}; and last {@code manifest.json}.
 */
final class BackupFile {
    static final int FORMAT = 1;
    static final String EVENTS = "events.ndjson";
    static final String PROCESSORS = "processors.ndjson";
    static final String ARCHIVE = "archive/";
    static final String HOME = "home/";
    static final String MANIFEST = "manifest.json";

    /** What acts on events; read models are built again instead. */
    static final String ACTING = "policies";

    /** What the user writes, beside the folder of mappings. */
    static final List<String> USERS_FILES = List.of("rates.yaml", "instruments.yaml", "dividends.yaml");

    static final String MAPPINGS = "mappings";

    private BackupFile() {}

    /**
     * @param events how many
     * @param digest over all of them, as {@link EventDigest} has it
     * @param files how many the archive has
     */
    record Manifest(int format, String made, long events, String digest, long files) {}

    /** How far a processor has read; its token in Base64. */
    record Position(
            String processor,
            int segment,
            String token,
            @Nullable String type) {
        static final String INSERT =
                "INSERT INTO token (processor_name, segment, token, token_type, claimed_at) VALUES (?, ?, ?, ?, ?)";
    }
}
