package io.dividendsomatic.ingestion.format.ibkr.activity;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The time behind a day, at the broker's own clock: {@code 2031-01-10, 10:30:00} or {@code 20310110;103000}. */
final class ClockTime {
    private static final Pattern TIME = Pattern.compile("[,; ]\\s*(\\d\\d):?(\\d\\d):?(\\d\\d)$");

    private ClockTime() {}

    /** The time, or null for a day alone. */
    static @Nullable LocalTime find(String text) {
        Matcher matcher = TIME.matcher(text);
        try {
            return matcher.find()
                    ? LocalTime.parse(matcher.group(1) + ":" + matcher.group(2) + ":" + matcher.group(3))
                    : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
