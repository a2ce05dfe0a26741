package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.format.DateStyle;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When the broker made a statement: {@code 2031-02-01, 02:21:06 EST}, or {@code 20310201;022106} in New York time. */
public final class StatedTime {
    private static final Pattern TEXT = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d, \\d\\d:\\d\\d:\\d\\d) ([A-Z]{3,4})");
    private static final DateTimeFormatter STATEMENT = strict("uuuu-MM-dd, HH:mm:ss");
    private static final DateTimeFormatter FLEX = strict("uuuuMMdd;HHmmss");
    /** Where the broker's reports are made. */
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    /**
     * Hours to UTC of the abbreviations that statements carry. A table of our own: the platform's names of zones differ
     * between releases, and a statement must read the same on each.
     */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("WET", 0),
            Map.entry("WEST", 1),
            Map.entry("BST", 1),
            Map.entry("CET", 1),
            Map.entry("CEST", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("MSK", 3),
            Map.entry("HKT", 8),
            Map.entry("SGT", 8),
            Map.entry("JST", 9),
            Map.entry("AEST", 10),
            Map.entry("AEDT", 11),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7));

    private StatedTime() {}

    /** The time, or nothing for another text or a zone that is not known: then the period's end decides. */
    public static Optional<Instant> find(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            return parse(matcher.group(1), STATEMENT).flatMap(time -> at(time, matcher.group(2)));
        }
        return parse(text, FLEX).flatMap(time -> at(time, null));
    }

    /**
     * The time at a clock of that zone, or nothing for a zone that is not known.
     *
     * @param zone an abbreviation such as {@code EST}; without one, the clock is New York's
     */
    public static Optional<Instant> at(LocalDateTime time, @Nullable String zone) {
        return zone == null
                ? Optional.of(time.atZone(NEW_YORK).toInstant())
                : Optional.ofNullable(ZONES.get(zone)).map(hours -> time.toInstant(ZoneOffset.ofHours(hours)));
    }

    private static Optional<LocalDateTime> parse(String text, DateTimeFormatter pattern) {
        try {
            return Optional.of(LocalDateTime.parse(text, pattern))
                    .filter(time -> DateStyle.isOfOurTime(time.toLocalDate()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
