package io.dividendsomatic.app.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row of the table of events, as it is: what is in it is not read.
 *
 * @param index its place among all events
 * @param number its place on its stream, from 0
 * @param payload in Base64, like the metadata
 */
record StoredEvent(
        long index,
        String stream,
        long number,
        @Nullable String streamType,
        String id,
        String recordedAt,
        String type,
        @Nullable String revision,
        String payload,
        @Nullable String metaData) {
    /** Rows read at a time; one may hold the thousand rows of a chunk. */
    private static final int PAGE = 200;

    private static final String COLUMNS =
            "global_index, stream_id, sequence_number, stream_type, event_id, recorded_at,"
                    + " event_type, revision, payload, meta_data";

    static final String INSERT = "INSERT INTO event (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** The next events after a place and not after another, in their order. */
    static List<StoredEvent> page(JdbcClient jdbc, long after, long last) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM event WHERE global_index > ? AND global_index <= ?"
                        + " ORDER BY global_index FETCH FIRST " + PAGE + " ROWS ONLY")
                .param(after)
                .param(last)
                .query((row, number) -> of(row))
                .list();
    }

    private static StoredEvent of(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("global_index"),
                row.getString("stream_id"),
                row.getLong("sequence_number"),
                row.getString("stream_type"),
                row.getString("event_id"),
                row.getString("recorded_at"),
                row.getString("event_type"),
                row.getString("revision"),
                Base64.getEncoder().encodeToString(row.getBytes("payload")),
                base64(row.getBytes("meta_data")));
    }

    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    byte[] payloadBytes() {
        return Base64.getDecoder().decode(payload);
    }

    /** In the order of {@link #INSERT}. */
    @Nullable
    Object[] cells() {
        byte[] meta = metaData == null ? null : Base64.getDecoder().decode(metaData);
        return new @Nullable Object[] {
            index, stream, number, streamType, id, recordedAt, type, revision, payloadBytes(), meta
        };
    }
}
