package io.dividendsomatic.ingestion.format.manual;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** The entries of a list in YAML, token by token: a decimal is the text that was written, and every entry has its line. */
final class YamlRows {
    /** Characters; ten thousand entries, and no memory trap. */
    static final int MAX_LENGTH = 1_000_000;

    private static final YAMLFactory YAML = YAMLFactory.builder().build();

    private final SourceText text;
    private final JsonParser parser;

    private YamlRows(SourceText text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /** Whether the first line that says something begins an entry of a list. A table hardly ever does. */
    static boolean looksLikeList(SourceText text) {
        return text.text().length() <= MAX_LENGTH
                && text.text()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.equals("---"))
                        .findFirst()
                        .filter(line -> line.startsWith("- "))
                        .isPresent();
    }

    /** The keys of the first entry, as far as it can be read. */
    static Set<String> firstKeys(SourceText text) {
        Set<String> keys = new HashSet<>();
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text.text())) {
            if (parser.nextToken() == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    keys.add(parser.currentName());
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            return keys; // what is broken is told by who reads it
        }
        return keys;
    }

    /** Throws RefusedFile for a text that is not YAML to its end. */
    static List<YamlRow> of(SourceText text) {
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text.text())) {
            return new YamlRows(text, parser).read();
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            throw new RefusedFile(
                    location == null ? 0 : Math.max(0, location.getLineNr()),
                    ProblemCode.BROKEN_YAML,
                    "the file is not YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private List<YamlRow> read() {
        List<YamlRow> rows = new ArrayList<>();
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                rows.add(entry());
            }
        }
        if (parser.nextToken() != null) {
            throw new RefusedFile(ProblemCode.BROKEN_YAML, "the file has more than one list");
        }
        return rows;
    }

    private YamlRow entry() {
        int first = line();
        int last = first;
        Set<String> keys = new HashSet<>();
        Map<String, String> values = new LinkedHashMap<>();
        String fault = parser.currentToken() == JsonToken.START_OBJECT ? null : "not an entry with keys";
        if (fault != null) {
            parser.skipChildren();
        } else {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                last = line();
                fault = keys.add(key) ? fault : "it has the key " + key + " twice";
                if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    values.put(key, parser.getString());
                }
                parser.skipChildren();
            }
        }
        int lines = Math.max(1, last - first + 1);
        return new YamlRow(first, lines, text.rawLines(first, lines), keys, values, fault);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
