package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.ibkr.StatedTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Collection;
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
 * 20310303 · 2031-03-03 · 03/03/2031 · 03/03/31 · 03-Mar-31     the day
 * ; · , · blank · T · ", "                                       between day and time
 * 101500 · 10:15:00                                              the time, and perhaps a zone: EST, EDT
 * </pre>
 *
 * Days with slashes have month or day first. One choice holds for the whole file, so all of its days tell together:
 * a statement's first day is not after its last one, nor that after the day on which it was made; and a number above
 * twelve is no month. Where both orders remain possible, or none, days with slashes are refused. Years of two digits are
 * of this century, which the broker's reports are younger than.
 *
 * @param order of days with slashes; absent where it is not known
 */
record FlexDates(@Nullable Order order) {
    /** Of a file that has no days with slashes, or none that tell. */
    static final FlexDates PLAIN = new FlexDates(null);

    private static final Pattern SLASHED = Pattern.compile("\\d\\d/\\d\\d/\\d\\d");
    private static final Pattern SHAPE =
            Pattern.compile("(\\d{8}|\\d{4}-\\d\\d-\\d\\d|\\d\\d/\\d\\d/(?:\\d{4}|\\d\\d)|\\d\\d-[A-Za-z]{3}-\\d\\d)"
                    + "(?:(?:[;,T ]|, )(\\d{6}|\\d\\d:\\d\\d:\\d\\d))?(?: ([A-Z]{3,4}))?");
    private static final DateTimeFormatter BASIC_TIME =
            DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateStyle MONTH_STYLE = DateStyle.of("MM/dd/uuuu", "MM/dd/uu");
    private static final DateStyle DAY_STYLE = DateStyle.of("dd/MM/uuuu", "dd/MM/uu");
    private static final DateStyle NAMED_MONTH = DateStyle.inEnglish("dd-MMM-uu");

    /** What stands first in a day with slashes. */
    enum Order {
        MONTH_FIRST,
        DAY_FIRST
    }

    /** Whether a text may have days with slashes at all: most have none, and need not be searched. */
    static boolean mayBeSlashed(String text) {
        return SLASHED.matcher(text).find();
    }

    /**
     * By the days of a file.
     *
     * @param ascending days that follow upon each other, or are the same: first, last, and when the statement was made
     * @param days all cells of the file; what is no day tells nothing
     */
    static FlexDates of(List<List<String>> ascending, Collection<String> days) {
        List<Order> stated = Stream.of(Order.values())
                .filter(order -> ascending.stream().allMatch(new FlexDates(order)::isAscending))
                .toList();
        if (stated.size() == 1) {
            return new FlexDates(stated.getFirst());
        }
        List<Order> possible = stated.stream()
                .filter(order -> days.stream().allMatch(new FlexDates(order)::isPossible))
                .toList();
        return possible.size() == 1 ? new FlexDates(possible.getFirst()) : PLAIN;
    }

    /** Whether a text is a day whose order the file leaves open. */
    boolean leavesOpen(String text) {
        return order == null && isSlashed(text);
    }

    /** The day of a text, or nothing where it is none. */
    Optional<LocalDate> day(@Nullable String text) {
        Matcher matcher = SHAPE.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String day = matcher.group(1);
        if (day.indexOf('/') >= 0) {
            return order == null ? Optional.empty() : (order == Order.MONTH_FIRST ? MONTH_STYLE : DAY_STYLE).find(day);
        }
        return Character.isLetter(day.charAt(3)) ? NAMED_MONTH.find(named(day)) : DateStyle.ISO_OR_BASIC.find(day);
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

    /** A statement that lacks one of its days, or writes them otherwise, tells nothing and contradicts nothing. */
    private boolean isAscending(List<String> texts) {
        if (!texts.stream().allMatch(this::isPossible)) {
            return false;
        }
        List<LocalDate> days =
                texts.stream().flatMap(text -> day(text).stream()).toList();
        return days.equals(days.stream().sorted().toList());
    }

    private boolean isPossible(String text) {
        return !isSlashed(text) || day(text).isPresent();
    }

    private static boolean isSlashed(String text) {
        return text.indexOf('/') == 2 && SHAPE.matcher(text).matches();
    }

    /** {@code 03-MAR-31} as {@code 03-Mar-31}. */
    private static String named(String day) {
        return day.substring(0, 3)
                + day.substring(3, 4).toUpperCase(Locale.ROOT)
                + day.substring(4).toLowerCase(Locale.ROOT);
    }
}
