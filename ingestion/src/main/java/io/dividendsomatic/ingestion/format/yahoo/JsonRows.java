package io.dividendsomatic.ingestion.format.yahoo;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.events.Span;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * The elements of a JSON array, token by token: no number is computed and nothing nested is kept, so that neither size
 * nor depth of a text can do harm.
 */
final class JsonRows {
    /** Levels of nesting; ours have two. */
    private static final int MAX_DEPTH = 50;
    /** Characters a number; no figure has more than 60. */
    private static final int MAX_NUMBER = 1_000;

    /** Characters a text; as long as a cell of a table. */
    private static final int MAX_TEXT = 65_536;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER)
                    .build())
            .build();

    private final SourceText source;
    private final JsonParser parser;

    private JsonRows(SourceText source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /** Throws RefusedFile for a text that is not JSON to its end, or no array. */
    static List<JsonRow> of(SourceText source) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), source.text())) {
            return new JsonRows(source, parser).read();
        } catch (StreamConstraintsException e) {
            throw new RefusedFile(
                    ProblemCode.BROKEN_JSON, "the JSON nests deeper than is read, or a name or value is too long");
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            throw new RefusedFile(
                    location == null ? 0 : Math.max(0, location.getLineNr()),
                    ProblemCode.BROKEN_JSON,
                    "the file is not JSON" + column(location) + ": " + e.getOriginalMessage());
        }
    }

    private static String column(@Nullable TokenStreamLocation location) {
        return location == null || location.getColumnNr() < 1 ? "" : " at column " + location.getColumnNr();
    }

    private List<JsonRow> read() {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new RefusedFile(ProblemCode.UNKNOWN_FORMAT, "the JSON is not an array");
        }
        List<JsonRow> rows = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            rows.add(element());
        }
        if (parser.nextToken() != null) {
            throw new RefusedFile(ProblemCode.BROKEN_JSON, "the file is not JSON: text follows the array");
        }
        return rows;
    }

    private JsonRow element() {
        TokenStreamLocation begin = parser.currentTokenLocation();
        Map<String, String> members = new HashMap<>();
        String fault = null;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            fault = members(members);
        } else {
            parser.skipChildren();
            fault = "not an object";
        }
        TokenStreamLocation end = parser.currentLocation();
        String text = source.text();
        int from = (int) begin.getCharOffset();
        int to = (int) Math.min(text.length(), end.getCharOffset());
        int lines = Math.max(1, end.getLineNr() - begin.getLineNr() + 1);
        return new JsonRow(begin.getLineNr(), lines, span(from, to), text.substring(from, to), members, fault);
    }

    private void refuseBeyondAnyText(@Nullable String written) {
        if (written != null && written.length() > MAX_TEXT) {
            throw new RefusedFile(
                    parser.currentTokenLocation().getLineNr(),
                    ProblemCode.TOO_LARGE,
                    "a text has at most %,d characters".formatted(MAX_TEXT));
        }
    }

    /** A comma behind the element is no other row. */
    private @Nullable Span span(int from, int to) {
        String text = source.text();
        int end = to;
        while (end < text.length() && (text.charAt(end) == ',' || text.charAt(end) == ' ')) {
            end++;
        }
        return source.span(from, end) == null ? null : source.span(from, to);
    }

    /** What is wrong with the object, or null. */
    private @Nullable String members(Map<String, String> members) {
        String fault = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            String written = value.isScalarValue() && value != JsonToken.VALUE_NULL ? parser.getString() : null;
            parser.skipChildren();
            refuseBeyondAnyText(written);
            if (written != null && members.put(name, written) != null) {
                fault = "it has two members called " + name;
            }
        }
        return fault;
    }
}
