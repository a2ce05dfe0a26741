package io.dividendsomatic.ingestion.source;

import java.util.regex.Pattern;

/** A source and when it is asked. */
public record PlannedSource(StatementSource source, Plan plan) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");

    /** Throws IllegalArgumentException when the source's name is none that a path and a table can carry. */
    public PlannedSource {
        if (!NAME.matcher(source.name()).matches()) {
            throw new IllegalArgumentException(
                    "a source is named by small letters, digits, hyphens and dots, not: " + source.name());
        }
    }

    public String name() {
        return source.name();
    }
}
