package io.dividendsomatic.ingestion.source.mail;

import io.dividendsomatic.portfolio.kernel.FileId;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a message's envelope.
 *
 * @param sender the one address that it comes from; empty when it names none or several
 * @param key by which it is known again, also when the server has counted its messages anew
 */
record Letter(String sender, String subject, long sizeBytes, String key) {

    /** Throws MessagingException when the connection breaks. */
    static Letter of(Message message) throws MessagingException {
        try {
            String id = message instanceof MimeMessage mime ? orNothing(mime.getMessageID()) : "";
            return of(id, sender(message.getFrom()), orNothing(message.getSubject()), message.getSize());
        } catch (MessagingException unreadable) {
            // some servers cannot tell the envelope of an odd message; should the connection be gone, this fails too
            String id = header(message, "Message-ID");
            String subject = decoded(header(message, "Subject"));
            return of(id, sender(header(message, "From")), subject, 0); // the size is part of it
        }
    }

    private static Letter of(String id, String sender, String subject, long size) {
        String all = String.join("\n", id, sender, subject, Long.toString(size));
        String key = FileId.of(all.getBytes(StandardCharsets.UTF_8)).sha256();
        return new Letter(sender, subject, size, key);
    }

    private static String header(Message message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null || values.length != 1 ? "" : orNothing(values[0]);
    }

    private static String sender(String from) {
        try {
            return sender(InternetAddress.parseHeader(from, true));
        } catch (AddressException nobody) {
            return "";
        }
    }

    private static String sender(Address @Nullable [] from) {
        if (from == null || from.length != 1) {
            return "";
        }
        return from[0] instanceof InternetAddress address ? orNothing(address.getAddress()) : "";
    }

    private static String decoded(String text) {
        try {
            return MimeUtility.decodeText(text);
        } catch (UnsupportedEncodingException e) {
            return text;
        }
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** For a person. */
    String title() {
        return "\"" + subject + "\" of " + (sender.isEmpty() ? "nobody" : sender);
    }
}
