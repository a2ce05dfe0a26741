package io.dividendsomatic.app.web;

import io.dividendsomatic.ingestion.events.IngestionEvents;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.RowIgnored;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowRejected;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.ingestion.format.SourceText;
import io.dividendsomatic.portfolio.eventstore.EventJson;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One data row of a file: what stands there, and what became of it.
 *
 * @param column of its first character, counted from 1; absent when it has its lines for itself
 * @param fact the first of {@code facts}
 * @param facts as they are stored, when the row was understood
 * @param partOf the line of the row that carries the fact which several rows tell together
 * @param problem why it was not
 * @param flags what is wrong with a row that was understood
 * @param reason why it was passed over
 */
public record ImportRow(
        int line,
        int lines,
        @Nullable Integer column,
        Status status,
        String raw,
        @Nullable AccountId account,
        @Nullable JsonNode fact,
        List<JsonNode> facts,
        @Nullable Integer partOf,
        @Nullable Problem problem,
        List<Problem> flags,
        @Nullable String reason) {
    private static final JsonMapper STORED = EventJson.mapper(IngestionEvents.json());

    /** Characters; a record may have as many as a hundred times as many, and a page of rows shows thousands. */
    private static final int MAX_RAW = 10_000;

    /** What became of it. */
    public enum Status {
        PARSED,
        REJECTED,
        IGNORED;

        static Status of(RowVerdict verdict) {
            return switch (verdict) {
                case RowParsed parsed -> PARSED;
                case RowRejected rejected -> REJECTED;
                case RowIgnored ignored -> IGNORED;
            };
        }
    }

    /** The rows of a file that was read in that encoding. */
    static List<ImportRow> of(List<RowVerdict> verdicts, byte[] content, @Nullable String encoding) {
        if (verdicts.isEmpty() || encoding == null) {
            return List.of();
        }
        SourceText text = SourceText.decode(content, Charset.forName(encoding));
        return verdicts.stream()
                .map(verdict -> of(verdict, cut(text.raw(verdict.line(), verdict.lines(), verdict.span()))))
                .toList();
    }

    private static String cut(String raw) {
        return raw.length() <= MAX_RAW ? raw : raw.substring(0, MAX_RAW);
    }

    private static ImportRow of(RowVerdict verdict, String raw) {
        Status status = Status.of(verdict);
        int line = verdict.line();
        int lines = verdict.lines();
        Integer column = verdict.span() == null ? null : verdict.span().column();
        return switch (verdict) {
            case RowParsed parsed -> {
                List<JsonNode> facts = parsed.facts().stream()
                        .map(fact -> STORED.<JsonNode>valueToTree(fact))
                        .toList();
                yield new ImportRow(
                        line,
                        lines,
                        column,
                        status,
                        raw,
                        parsed.account(),
                        facts.isEmpty() ? null : facts.getFirst(),
                        facts,
                        parsed.partOf(),
                        null,
                        parsed.flags(),
                        null);
            }
            case RowRejected rejected ->
                new ImportRow(
                        line,
                        lines,
                        column,
                        status,
                        raw,
                        null,
                        null,
                        List.of(),
                        null,
                        rejected.problem(),
                        List.of(),
                        null);
            case RowIgnored ignored ->
                new ImportRow(
                        line,
                        lines,
                        column,
                        status,
                        raw,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        ignored.reason());
        };
    }
}
