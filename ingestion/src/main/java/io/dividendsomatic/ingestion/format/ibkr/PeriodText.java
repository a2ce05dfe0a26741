package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.portfolio.kernel.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A statement's period: {@code January 1, 2031 - February 18, 2031} or one day, the months in its language. */
public final class PeriodText {
    private static final String DAY = "(\\p{L}+) (\\d{1,2}), (\\d{4})";
    private static final Pattern PERIOD = Pattern.compile(DAY + "(?: - " + DAY + ")?");

    private PeriodText() {}

    /**
     * The period, or nothing for a text that is none.
     *
     * @param months gives the number of a month by its name
     */
    public static Optional<Period> find(String text, Function<String, Optional<Integer>> months) {
        Matcher matcher = PERIOD.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<LocalDate> from = day(matcher, 1, months);
        Optional<LocalDate> to = matcher.group(4) == null ? from : day(matcher, 4, months);
        return Optional.ofNullable(of(from.orElse(null), to.orElse(null)));
    }

    /** The period between two days; null when one of them is not known, or the last is before the first. */
    public static @Nullable Period of(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from != null && to != null && !to.isBefore(from) ? new Period(from, to) : null;
    }

    private static Optional<LocalDate> day(Matcher matcher, int group, Function<String, Optional<Integer>> months) {
        int day = Integer.parseInt(matcher.group(group + 1));
        int year = Integer.parseInt(matcher.group(group + 2));
        try {
            return months.apply(matcher.group(group))
                    .map(month -> LocalDate.of(year, month, day))
                    .filter(DateStyle::isOfOurTime);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
