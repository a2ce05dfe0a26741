package io.dividendsomatic.ingestion.format.generic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key that a mapping does not have. Thrown before anything else is said about its place, since a mistyped key is why
 * another one is missing.
 */
final class UnknownKey extends IllegalArgumentException {
    private final String key;

    private UnknownKey(String key, Class<? extends Record> place) {
        super("unknown key '" + key + "'; known are "
                + Arrays.stream(place.getRecordComponents())
                        .map(component -> hyphenated(component.getName()))
                        .sorted()
                        .collect(Collectors.joining(", ")));
        this.key = key;
    }

    /** Throws UnknownKey when there is any. */
    static void refuse(@Nullable Map<String, Object> unknown, Class<? extends Record> place) {
        if (unknown != null && !unknown.isEmpty()) {
            throw new UnknownKey(unknown.keySet().iterator().next(), place);
        }
    }

    String key() {
        return key;
    }

    private static String hyphenated(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
