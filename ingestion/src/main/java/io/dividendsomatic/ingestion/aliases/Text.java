package io.dividendsomatic.ingestion.aliases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** A value as it is written, such as {@code 037833100} with its zero, and the line on which it stands, from 1. */
@JsonDeserialize(using = Text.Reader.class)
record Text(String value, int line) {

    /** The value as something else. Throws InvalidAliases with what the reading says against it. */
    <T> T as(Function<String, T> reading) {
        return as(InvalidAliases.BAD_ALIASES, reading);
    }

    <T> T as(String code, Function<String, T> reading) {
        try {
            return reading.apply(value.strip());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidAliases(line, code, "'" + value + "': " + e.getMessage());
        }
    }

    static @Nullable LocalDate day(@Nullable Text text) {
        return text == null ? null : text.as(LocalDate::parse);
    }

    static @Nullable String orNull(@Nullable Text text) {
        return text == null ? null : text.value;
    }

    /** Keeps what Jackson would forget. */
    static final class Reader extends StdScalarDeserializer<Text> {
        Reader() {
            super(Text.class);
        }

        @Override
        public Text deserialize(JsonParser json, DeserializationContext context) {
            int line = json.currentTokenLocation().getLineNr();
            if (!json.currentToken().isScalarValue()) {
                throw new InvalidAliases(line, "one value stands here, not several");
            }
            return new Text(json.getString(), line);
        }
    }
}
