package io.dividendsomatic.portfolio.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A file by its content: the SHA-256 of its bytes in lower-case hexadecimal. A renamed copy is the same file. */
public record FileId(String sha256) implements Comparable<FileId> {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public FileId {
        if (!HEX.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256: '" + sha256 + "'");
        }
    }

    public static FileId of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new FileId(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(FileId other) {
        return sha256.compareTo(other.sha256);
    }

    @Override
    public String toString() {
        return sha256;
    }
}
