package io.dividendsomatic.portfolio.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file by its content: the SHA-256 of its bytes in lower-case hexadecimal. A renamed copy is the same file. */
public record FileId(String sha256) implements Comparable<FileId> {
    private static final int DIGITS = 64;

    public FileId {
        if (!isHex(sha256, DIGITS)) {
            throw new IllegalArgumentException("not a SHA-256: '" + sha256 + "'");
        }
    }

    /** So many lower-case hexadecimal digits; by hand, since every stored identity is checked when it is read. */
    static boolean isHex(String text, int digits) {
        if (text.length() != digits) {
            return false;
        }
        for (int i = 0; i < digits; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
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
