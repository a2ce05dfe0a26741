package io.dividendsomatic.app.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over events in their order: whatever was changed, left out, added or moved in a log gives another one. Each
 * text and payload is preceded by its length, so that none can pass for another's.
 */
final class EventDigest {
    private final MessageDigest digest;

    EventDigest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(StoredEvent event) {
        add(event.stream());
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, event.number()));
        add(event.id());
        add(event.recordedAt());
        add(event.type());
        add(String.valueOf(event.revision()));
        add(event.payloadBytes());
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    /** Of all that was added, in hexadecimal digits. */
    String value() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
