package io.dividendsomatic.ingestion.format.generic;

/**
 * Why a mapping cannot be used.
 *
 * @param file its name
 * @param line counted from 1; 0 when it is about the whole file
 * @param place the key at which it stands, such as {@code rows[2].fact.kind}; empty when it is about the whole file
 */
public record MappingProblem(String file, int line, String place, String message) {

    @Override
    public String toString() {
        return file + (line > 0 ? ", line " + line : "") + (place.isEmpty() ? "" : ", " + place) + ": " + message;
    }
}
