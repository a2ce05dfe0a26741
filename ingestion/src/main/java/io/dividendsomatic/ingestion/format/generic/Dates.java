package io.dividendsomatic.ingestion.format.generic;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.PlainWords;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a table writes days and times of day: by patterns of {@link DateTimeFormatter} with {@code uuuu} for the year, the
 * first that fits. Reading is strict, fractions of a second are passed over, and months are English words or such
 * abbreviations of other languages as can mean no other month.
 */
record Dates(List<DateTimeFormatter> patterns) {
    /** Dutch, Danish, Swedish, Norwegian, German; the others are as in English. */
    private static final Map<String, String> MONTHS = Map.of(
            "mrt", "Mar", "mrz", "Mar", "mär", "Mar", "mei", "May", "mai", "May", "maj", "May", "okt", "Oct", "des",
            "Dec", "dez", "Dec");

    private static final Pattern MONTH = Pattern.compile("(?<!\\p{L})\\p{L}{3}(?!\\p{L})");
    private static final Pattern FRACTION = Pattern.compile("(:\\d{2})\\.\\d{1,9}");

    /** Throws IllegalArgumentException for what is no pattern of a day or a time of day. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Dates of(List<String> patterns) {
        return new Dates(patterns.stream().map(Dates::formatter).toList());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Dates of(String pattern) {
        return of(List.of(pattern));
    }

    private static DateTimeFormatter formatter(String pattern) {
        if (pattern.matches(".*[yY].*")) {
            throw new IllegalArgumentException("write uuuu for the year in the date pattern '" + pattern + "'");
        }
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("bad date pattern '" + pattern + "': " + e.getMessage(), e);
        }
    }

    /** The day, or nothing for a text that is none. */
    Optional<LocalDate> day(String text) {
        return parsed(text)
                .flatMap(found -> Optional.ofNullable(found.query(TemporalQueries.localDate())).stream())
                .findFirst()
                .filter(DateStyle::isOfOurTime);
    }

    /** The time of day at the broker's own clock, or nothing for a text without one. */
    Optional<LocalTime> time(String text) {
        return parsed(text)
                .flatMap(found -> Optional.ofNullable(found.query(TemporalQueries.localTime())).stream())
                .findFirst();
    }

    private Stream<TemporalAccessor> parsed(String text) {
        String plain = inEnglish(FRACTION.matcher(PlainWords.bare(text)).replaceFirst("$1"));
        return patterns.stream().flatMap(pattern -> parse(pattern, plain).stream());
    }

    private static String inEnglish(String text) {
        return MONTH.matcher(text)
                .replaceAll(word -> MONTHS.getOrDefault(word.group().toLowerCase(Locale.ROOT), word.group()));
    }

    private static Optional<TemporalAccessor> parse(DateTimeFormatter pattern, String text) {
        try {
            return Optional.of(pattern.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
