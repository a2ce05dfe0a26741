package io.dividendsomatic.ingestion.format;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ValueRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a broker writes days: one or more exact patterns, the first that fits. Reading is strict; the 31st of February is
 * no date, and nothing may stand behind one.
 */
public final class DateStyle {
    /** {@code 2031-03-03}, or {@code 20310303} where the query is so configured: Interactive Brokers. */
    public static final DateStyle ISO_OR_BASIC = new DateStyle(Locale.ROOT, "uuuu-MM-dd", "uuuuMMdd");

    /** No statement was made before, or will be after: another year is a slip, and databases differ on such days. */
    private static final ValueRange YEARS = ValueRange.of(1900, 2199);

    private final List<DateTimeFormatter> patterns;

    /** Days by these patterns of {@link DateTimeFormatter}, with {@code uuuu} for the year. */
    public static DateStyle of(String... patterns) {
        return new DateStyle(Locale.ROOT, patterns);
    }

    /** Days by these patterns, with the names of months in English. */
    public static DateStyle inEnglish(String... patterns) {
        return new DateStyle(Locale.ENGLISH, patterns);
    }

    private DateStyle(Locale locale, String... patterns) {
        this.patterns = Stream.of(patterns)
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, locale).withResolverStyle(ResolverStyle.STRICT))
                .toList();
    }

    /** The day, or nothing for a text that is none. */
    public Optional<LocalDate> find(String text) {
        return patterns.stream()
                .flatMap(pattern -> find(text, pattern).stream())
                .findFirst()
                .filter(DateStyle::isOfOurTime);
    }

    /** Whether a statement can speak of that day. */
    public static boolean isOfOurTime(LocalDate day) {
        return YEARS.isValidValue(day.getYear());
    }

    private static Optional<LocalDate> find(String text, DateTimeFormatter pattern) {
        try {
            return Optional.of(LocalDate.parse(text, pattern));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
