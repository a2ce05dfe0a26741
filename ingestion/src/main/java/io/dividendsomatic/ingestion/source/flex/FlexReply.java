package io.dividendsomatic.ingestion.source.flex;

import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.SafeXml;
import io.dividendsomatic.ingestion.format.SourceText;
import io.dividendsomatic.ingestion.format.XmlElement;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One answer of the service: a ticket for a statement, the statement itself, or why there is none. */
sealed interface FlexReply {
    /** Characters in which the root of the service's own answers stands, after a declaration and comments. */
    int HEAD = 4_096;

    String ENVELOPE = "FlexStatementResponse";

    /**
     * A statement is being made.
     *
     * @param url where it will be; absent where the answer names none
     */
    record Accepted(String reference, @Nullable String url) implements FlexReply {}

    /**
     * @param code 0 where the answer has none
     * @param text the service's own words
     */
    record Refused(int code, String text) implements FlexReply {}

    /** Anything that is not the service's own envelope and no page for people: the formats know whether it is a statement. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way in; replies are never compared
    record Statement(byte[] content) implements FlexReply {}

    /** Neither: a page of a proxy, nothing at all, an envelope that is broken or says nothing. */
    record Unreadable(String what) implements FlexReply {}

    static FlexReply of(byte[] body) {
        String head = head(body);
        if (head.isEmpty()) {
            return new Unreadable("an empty answer");
        }
        if (head.contains("<" + ENVELOPE.toLowerCase(Locale.ROOT))) {
            return envelope(body);
        }
        return head.startsWith("<!doctype html") || head.contains("<html")
                ? new Unreadable("a page for people")
                : new Statement(body);
    }

    /** A mark of the byte order aside, which no letter of these words looks like. */
    private static String head(byte[] body) {
        return new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00EF\u00BB\u00BF", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    static boolean isXml(byte[] statement) {
        return head(statement).startsWith("<");
    }

    private static FlexReply envelope(byte[] body) {
        Map<String, String> says = new HashMap<>();
        try {
            for (XmlElement element : SafeXml.elements(SourceText.decode(body))) {
                says.put(element.name().toLowerCase(Locale.ROOT), element.text()); // "Url" came as "url" too
            }
        } catch (RefusedFile broken) {
            return new Unreadable("broken XML");
        }
        String reference = says.getOrDefault("referencecode", "");
        String code = says.getOrDefault("errorcode", "");
        if (code.isEmpty()
                && !reference.isEmpty()
                && says.getOrDefault("status", "").equalsIgnoreCase("Success")) {
            String url = says.getOrDefault("url", "");
            return new Accepted(reference, url.isEmpty() ? null : url);
        }
        String text = says.getOrDefault("errormessage", "");
        return code.isEmpty() && text.isEmpty()
                ? new Unreadable("an answer that says neither success nor an error")
                : new Refused(code.matches("\\d{1,9}") ? Integer.parseInt(code) : 0, text);
    }
}
