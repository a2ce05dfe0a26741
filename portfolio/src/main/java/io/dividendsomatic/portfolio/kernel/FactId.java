package io.dividendsomatic.portfolio.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of a fact, the same in every file that tells it: the first 128 bits of the SHA-256 of what makes it that
 * fact, as 32 lower-case hexadecimal digits.
 */
public record FactId(String value) implements Comparable<FactId> {
    private static final int BYTES = 16;
    private static final int DIGITS = 2 * BYTES;

    public FactId {
        if (!FileId.isHex(value, DIGITS)) {
            throw new IllegalArgumentException("not the identity of a fact: '" + value + "'");
        }
    }

    /** The identity of the fact that this text tells apart from all others. */
    public static FactId of(String canonical) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return new FactId(HexFormat.of().formatHex(hash, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(FactId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
