package io.dividendsomatic.ingestion.source.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server that received a message found its sender to be true, as it notes in {@code Authentication-Results}
 * (RFC 8601). Only its own note counts, and of several the topmost, because a message can bring others along.
 */
final class Authentication {
    private static final Pattern PASS = Pattern.compile("(^|[;\\s])dmarc\\s*=\\s*pass\\b");

    private Authentication() {}

    /**
     * @param server that is trusted to tell; null when nobody is asked
     */
    static boolean isShown(MimeMessage message, @Nullable String server) throws MessagingException {
        if (server == null) {
            return true;
        }
        String[] notes = message.getHeader("Authentication-Results");
        for (String note : notes == null ? new String[0] : notes) {
            String plain = note.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
            String by = plain.split("[;\\s]", 2)[0];
            if (by.equals(server.toLowerCase(Locale.ROOT))) {
                return PASS.matcher(plain).find();
            }
        }
        return false;
    }
}
