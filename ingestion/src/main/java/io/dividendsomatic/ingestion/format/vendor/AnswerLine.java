package io.dividendsomatic.ingestion.format.vendor;

import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question and its answer on one line: a JSON object whose last member {@code answer} is the answer as it came, but for
 * line breaks, which mean nothing in JSON.
 *
 * @param line without its end
 */
public record AnswerLine(Asked asked, JsonNode answer, String line) {
    private static final DateStyle DATES = DateStyle.of("uuuu-MM-dd");

    /** Numbers as they are written, and bounds on everything: the text may be anybody's. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxNumberLength(60)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Throws UnreadableAnswer for bytes that are no JSON. */
    public static AnswerLine of(Asked asked, byte[] answer) {
        String text = new String(answer, StandardCharsets.UTF_8)
                .replace('\r', ' ')
                .replace('\n', ' ')
                .strip();
        return new AnswerLine(asked, tree(text), line(asked, text));
    }

    /** Throws UnreadableAnswer for a line that is none. */
    static AnswerLine parse(String line) {
        JsonNode node = tree(line);
        Asked asked = new Asked(
                Vendor.find(text(node, "vendor")).orElseThrow(() -> wrong("vendor")),
                Isin.find(text(node, "isin")).orElseThrow(() -> wrong("isin")),
                optional(node, "symbol"),
                text(node, "listing"),
                CurrencyCode.find(text(node, "currency")).orElseThrow(() -> wrong("currency")),
                date(node, "from"),
                date(node, "to"));
        if (!node.has("answer")) {
            throw wrong("answer");
        }
        return new AnswerLine(asked, node.path("answer"), line);
    }

    /** Whether a file's first line is one of these. */
    static boolean is(String line) {
        try {
            JsonNode node = tree(line);
            return node.isObject() && node.has("vendor") && node.has("listing") && node.has("answer");
        } catch (UnreadableAnswer e) {
            return false;
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new UnreadableAnswer("it is not JSON");
        }
    }

    /** Prices and dividends. Throws UnreadableAnswer for what is no answer of the vendor. */
    public List<StatementRow> facts() {
        return asked.vendor().read(asked, answer);
    }

    private static String line(Asked asked, String answer) {
        ObjectNode node = JSON.createObjectNode();
        node.put("vendor", asked.vendor().code());
        node.put("isin", asked.isin().code());
        if (asked.symbol() != null) {
            node.put("symbol", asked.symbol());
        }
        node.put("listing", asked.listing());
        node.put("currency", asked.currency().code());
        node.put("from", asked.from().toString());
        node.put("to", asked.to().toString());
        String question = JSON.writeValueAsString(node);
        return question.substring(0, question.length() - 1) + ",\"answer\":" + answer + "}";
    }

    private static String text(JsonNode node, String member) {
        String text = optional(node, member);
        if (text == null) {
            throw wrong(member);
        }
        return text;
    }

    private static @Nullable String optional(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isString() ? value.stringValue() : null;
    }

    private static LocalDate date(JsonNode node, String member) {
        Optional<LocalDate> date = DATES.find(text(node, member));
        return date.orElseThrow(() -> wrong(member));
    }

    private static UnreadableAnswer wrong(String member) {
        return new UnreadableAnswer("the line has no right " + member);
    }
}
