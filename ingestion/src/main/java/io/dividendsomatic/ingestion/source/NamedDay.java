package io.dividendsomatic.ingestion.source;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day that a file's name tells without reading it: the last date in the name, else in that of the nearest folder which
 * has one. A month or a year alone stands for its last day. It orders what is dropped at once, and means nothing else.
 */
final class NamedDay {
    /** Those without a day come last; equal days by their paths. */
    static final Comparator<Path> ORDER =
            Comparator.comparing((Path path) -> of(path).orElse(LocalDate.MAX)).thenComparing(Path::toString);

    /** {@code 2026-01-31}, {@code 20260131}, {@code 2026-01}, {@code 2026}. */
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<!\\d)(?<year>(?:19|20)\\d\\d)"
            + "(?:(?<between>[-_. ]?)(?<month>0[1-9]|1[0-2])(?:\\k<between>(?<day>0[1-9]|[12]\\d|3[01]))?)?(?!\\d)");

    /** {@code 31.1.2026}. */
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\d)(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>(?:19|20)\\d\\d)(?!\\d)");

    private NamedDay() {}

    /** Of a path below the folder that is watched. */
    static Optional<LocalDate> of(Path path) {
        for (int i = path.getNameCount() - 1; i >= 0; i--) {
            Optional<LocalDate> day = last(path.getName(i).toString());
            if (day.isPresent()) {
                return day;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> last(String name) {
        Matcher dayFirst = DAY_FIRST.matcher(name);
        return dayFirst.find() ? last(dayFirst.reset()) : last(YEAR_FIRST.matcher(name));
    }

    private static Optional<LocalDate> last(Matcher dates) {
        return dates.results()
                .flatMap(date -> day(date.group("year"), date.group("month"), date.group("day")).stream())
                .reduce((earlier, later) -> later);
    }

    private static Optional<LocalDate> day(String year, @Nullable String month, @Nullable String day) {
        int number = Integer.parseInt(year);
        if (month == null) {
            return Optional.of(LocalDate.of(number, 12, 31));
        }
        try {
            YearMonth known = YearMonth.of(number, Integer.parseInt(month));
            return Optional.of(day == null ? known.atEndOfMonth() : known.atDay(Integer.parseInt(day)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
