package io.dividendsomatic.ingestion.source;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What sources left where it was, such as an attachment of an unknown sender. The journal tells of everything that came as
 * far as the intake; this list of what did not.
 */
@Component
public class SourceRefusals implements Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(SourceRefusals.class);
    private static final int MAX_TEXT = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    SourceRefusals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Something that was not taken.
     *
     * @param key by which the source knows it again, so that it is told once however often it is met
     * @param what for a person: a name, a sender; no secret
     * @param code stable, in capitals
     */
    public record Refusal(String key, String what, String code, String message, Instant at) {}

    /** Tells of it in the list and the log. */
    @Override
    public void tell(String source, String key, String what, String code, String message) {
        int told = jdbc.sql("INSERT INTO source_refusal (source, refusal, what, code, message, refused_at)"
                        + " SELECT :source, :key, :what, :code, :message, :now WHERE NOT EXISTS"
                        + " (SELECT 1 FROM source_refusal WHERE source = :source AND refusal = :key)")
                .param("source", source)
                .param("key", key)
                .param("what", plain(what))
                .param("code", code)
                .param("message", plain(message))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (told > 0) {
            LOG.warn("{} did not take {}: {} {}", source, plain(what), code, plain(message));
        }
    }

    public List<Refusal> newestFirst(String source, int atMost) {
        return jdbc.sql("SELECT refusal, what, code, message, refused_at FROM source_refusal WHERE source = :source"
                        + " ORDER BY refused_at DESC, refusal LIMIT :atMost")
                .param("source", source)
                .param("atMost", atMost)
                .query((row, number) -> new Refusal(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Without line ends, marks that turn the writing direction, and everything else that can forge a line of a log. */
    private static String plain(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "_");
        return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT) + "…";
    }
}
