package io.dividendsomatic.ingestion.source;

import org.jspecify.annotations.Nullable;

/**
 * A password or token. It comes from the environment, a file that {@code …_FILE} names, or a config tree, and shows itself
 * to nobody who does not {@link #reveal} it: not in a log, an error, JSON or a debugger's list.
 */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Without the line end that editors and {@code echo} put behind it. Throws IllegalArgumentException for nothing. */
    public static Secret of(String value) {
        String plain = value.strip();
        if (plain.isEmpty()) {
            throw new IllegalArgumentException("a secret is empty");
        }
        return new Secret(plain);
    }

    /** Only where it is sent to the other side. */
    public String reveal() {
        return value;
    }

    /** A text of the other side without the secret, should it have sent it back. */
    public String hiddenIn(String text) {
        return text.replace(value, "…");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "…";
    }
}
