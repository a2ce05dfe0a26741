package io.dividendsomatic.ingestion.source.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attachments of a message that a rule wants, however deep they lie, and those that could not be had. */
final class Attachments {
    /** A statement that was forwarded a few times as an attachment is still found. */
    private static final int MAX_DEPTH = 10;

    /** As in an archive. */
    private static final int MAX_FILES = 100;

    /** Attachments that have no name, but say what they are. */
    private static final Map<String, String> UNNAMED = Map.of(
            "text/csv", "attachment.csv",
            "text/xml", "attachment.xml",
            "application/xml", "attachment.xml",
            "application/zip", "attachment.zip");

    private final MailRule rule;
    private final List<Attached> found = new ArrayList<>();
    private @Nullable Refused whole;
    private int seen;

    private Attachments(MailRule rule) {
        this.rule = rule;
    }

    /** An attachment, by its place in the message. */
    sealed interface Attached {}

    @SuppressWarnings("ArrayRecordComponent") // bytes on their way in, never compared
    record Had(String name, byte[] content) implements Attached {}

    /**
     * @param place of the attachment among those that the rule wants; 0 for the message as a whole
     */
    record Refused(int place, String name, String code, String message) implements Attached {}

    /** All of a message's, or the one reason for which it is left whole. */
    static List<Attached> of(Part message, MailRule rule) {
        Attachments attachments = new Attachments(rule);
        try {
            attachments.walk(message, 0);
        } catch (MessagingException | IOException | RuntimeException e) {
            // the library meets broken messages with many exceptions; none of them may stop the mailbox
            attachments.refuseWhole("BROKEN_MESSAGE", "the message cannot be read");
        }
        return attachments.whole == null ? attachments.found : List.of(attachments.whole);
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        if (depth > MAX_DEPTH) {
            refuseWhole("TOO_DEEP", "it holds messages in messages, more than %d deep".formatted(MAX_DEPTH));
        } else if (part.isMimeType("multipart/*")) {
            if (!(part.getContent() instanceof MimeMultipart parts)) {
                throw new MessagingException("a multipart without parts");
            }
            int count = parts.getCount(); // reads it, so that it knows whether it saw the end
            if (!parts.isComplete()) {
                refuseWhole("TRUNCATED", "the message ends before its last part does");
            }
            for (int i = 0; i < count && whole == null; i++) {
                walk(parts.getBodyPart(i), depth + 1);
            }
        } else if (part.isMimeType("message/rfc822")) {
            if (!(part.getContent() instanceof Part inner)) {
                throw new MessagingException("a message without content");
            }
            walk(inner, depth + 1);
        } else {
            take(part);
        }
    }

    private void take(Part part) throws MessagingException {
        String name = nameOf(part);
        if (name.isEmpty() || !rule.wants(name)) {
            return;
        }
        seen++;
        if (seen > MAX_FILES) {
            refuseWhole("TOO_MANY_ATTACHMENTS", "it holds more than %d files".formatted(MAX_FILES));
        } else {
            found.add(read(part, name));
        }
    }

    private Attached read(Part part, String name) {
        try (InputStream content = decoded(part)) {
            return new Had(name, content.readAllBytes());
        } catch (IOException | MessagingException | IllegalArgumentException e) {
            return new Refused(seen, name, "BROKEN_ENCODING", "its content cannot be decoded");
        }
    }

    /** The library passes over what is no base64, and a statement would begin in its middle. */
    private static InputStream decoded(Part part) throws MessagingException, IOException {
        if (part instanceof MimeBodyPart body && "base64".equalsIgnoreCase(body.getEncoding())) {
            try (InputStream raw = body.getRawInputStream()) {
                String text = new String(raw.readAllBytes(), StandardCharsets.ISO_8859_1);
                return new ByteArrayInputStream(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
            }
        }
        return part.getInputStream();
    }

    private void refuseWhole(String code, String message) {
        whole = new Refused(0, "", code, message);
    }

    /** Decoded where it is encoded; what cannot be decoded stays as it stands. */
    private static String nameOf(Part part) throws MessagingException {
        String name = part.getFileName();
        if (name == null) {
            boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
            return attached ? UNNAMED.getOrDefault(typeOf(part), "") : "";
        }
        try {
            return MimeUtility.decodeText(name);
        } catch (UnsupportedEncodingException e) {
            return name;
        }
    }

    private static String typeOf(Part part) throws MessagingException {
        return UNNAMED.keySet().stream()
                .filter(type -> {
                    try {
                        return part.isMimeType(type);
                    } catch (MessagingException e) {
                        return false;
                    }
                })
                .findFirst()
                .orElse("");
    }
}
