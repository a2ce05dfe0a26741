package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.ibkr.StatedTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the days and times of one Flex query are written: its owner chose among
 *
 * <pre>
 * 20310303 · 2031-03-03 · 03/03/2031        the day
 * ; · , · blank · ", "                      between day and time
 * 101500 · 10:15:00                         the time, and perhaps a zone: EST, EDT
 * </pre>
 *
 * Days with slashes have month or day first; which, only the statement's own period can tell, and where both readings
 * of that make a period, days with slashes are refused.
 *
 * @param slashed pattern of days with slashes; absent where it is not known
 */
record FlexDates(@Nullable String slashed) {
    /** Of a file that states no period. */
    static final FlexDates PLAIN = new FlexDates(null);

    private static final String MONTH_FIRST = "MM/dd/uuuu";
    private static final String DAY_FIRST = "dd/MM/uuuu";
    private static final Pattern SHAPE = Pattern.compile(
            "(\\d{8}|\\d{4}-\\d\\d-\\d\\d|\\d\\d/\\d\\d/\\d{4})(?:(?:[;,T ]|, )(\\d{6}|\\d\\d:\\d\\d:\\d\\d))?(?: ([A-Z]{3,4}))?");
    private static final DateTimeFormatter BASIC_TIME =
            DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateStyle MONTH_STYLE = DateStyle.of(MONTH_FIRST);
    private static final DateStyle DAY_STYLE = DateStyle.of(DAY_FIRST);

    /** By the period that the statement states. */
    static FlexDates of(@Nullable String from, @Nullable String to) {
        List<String> fitting = Stream.of(MONTH_FIRST, DAY_FIRST)
                .filter(pattern -> new FlexDates(pattern).isPeriod(from, to))
                .toList();
        return fitting.size() == 1 ? new FlexDates(fitting.getFirst()) : PLAIN;
    }

    /** The day of a text, or nothing where it is none. */
    Optional<LocalDate> day(@Nullable String text) {
        Matcher matcher = SHAPE.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String day = matcher.group(1);
        if (day.indexOf('/') < 0) {
            return DateStyle.ISO_OR_BASIC.find(day);
        }
        return slashed == null ? Optional.empty() : (slashed.equals(MONTH_FIRST) ? MONTH_STYLE : DAY_STYLE).find(day);
    }

    /** The time of day of a text, at the broker's clock; nothing where it tells a day only. */
    Optional<LocalTime> time(@Nullable String text) {
        Matcher matcher = SHAPE.matcher(text == null ? "" : text);
        return matcher.matches() && matcher.group(2) != null ? clock(matcher.group(2)) : Optional.empty();
    }

    /** {@code 101500} or {@code 10:15:00}. */
    static Optional<LocalTime> clock(String text) {
        try {
            return Optional.of(text.indexOf(':') < 0 ? LocalTime.parse(text, BASIC_TIME) : LocalTime.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** When a statement was made; without a zone, in New York. */
    Optional<Instant> instant(@Nullable String text) {
        Matcher matcher = SHAPE.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String zone = matcher.group(3);
        return day(text).flatMap(day -> time(text).flatMap(time -> StatedTime.at(day.atTime(time), zone)));
    }

    private boolean isPeriod(@Nullable String from, @Nullable String to) {
        Optional<LocalDate> first = day(from);
        Optional<LocalDate> last = day(to);
        return first.isPresent() && last.isPresent() && !last.get().isBefore(first.get());
    }
}
