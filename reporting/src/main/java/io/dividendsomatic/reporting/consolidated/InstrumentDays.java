package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.ReportedDays;
import io.dividendsomatic.portfolio.holdings.ReportedUnits;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was held of one instrument on chosen days: as reported, and between reports as the bookings leave it. */
@Component
public class InstrumentDays {
    private final Courses courses;
    private final ReportedDays reported;
    private final ReportedUnits units;

    InstrumentDays(Courses courses, ReportedDays reported, ReportedUnits units) {
        this.courses = courses;
        this.reported = reported;
        this.units = units;
    }

    /**
     * Units in an account on a day.
     *
     * @param value in {@code currency}; absent where no price is known
     * @param cost in {@code currency}; absent where no file tells it
     */
    public record Units(
            LocalDate date,
            CurrencyCode currency,
            BigDecimal quantity,
            @Nullable BigDecimal value,
            @Nullable BigDecimal cost) {}

    /** The first day that is known of any of the accounts. */
    public Optional<LocalDate> begin(HoldingsOn question) {
        return courses.of(question).stream()
                .flatMap(course -> course.values().stream())
                .map(ValueDay::date)
                .min(Comparator.naturalOrder());
    }

    /** By account and day; nothing of a day on which an account holds none of it. */
    public List<Units> of(HoldingsOn question, Set<Isin> isins, Collection<LocalDate> wanted) {
        return courses.of(question).stream()
                .flatMap(course -> of(question, course, isins, wanted))
                .toList();
    }

    private Stream<Units> of(HoldingsOn question, AccountCourse course, Set<Isin> isins, Collection<LocalDate> wanted) {
        NavigableMap<LocalDate, Boolean> isReported = new TreeMap<>();
        course.values().forEach(day -> isReported.merge(day.date(), day.reported(), Boolean::logicalOr));
        Map<LocalDate, LocalDate> from = new TreeMap<>();
        wanted.forEach(day -> {
            LocalDate last = isReported.floorKey(day);
            if (last != null) {
                from.put(day, last);
            }
        });
        Map<LocalDate, List<Units>> stated = stated(
                question,
                course.account(),
                isins,
                from.values().stream()
                        .filter(day -> Objects.requireNonNull(isReported.get(day)))
                        .collect(Collectors.toSet()));
        List<PositionSpan> spans = courses.spans(question, course.account(), isins);
        return from.entrySet().stream().flatMap(entry -> {
            LocalDate day = entry.getKey();
            LocalDate last = entry.getValue();
            return Objects.requireNonNull(isReported.get(last))
                    ? stated.getOrDefault(last, List.of()).stream().map(of -> on(day, of))
                    : spans.stream().filter(span -> span.covers(last)).flatMap(span -> on(day, span));
        });
    }

    private Map<LocalDate, List<Units>> stated(
            HoldingsOn question, AccountId account, Set<Isin> isins, Set<LocalDate> days) {
        return units.of(account, reported.right(account, question.knownAt()), days, isins).stream()
                .map(of -> new Units(of.date(), of.currency(), of.quantity(), of.value(), of.cost()))
                .collect(Collectors.groupingBy(Units::date));
    }

    private static Units on(LocalDate day, Units of) {
        return new Units(day, of.currency(), of.quantity(), of.value(), of.cost());
    }

    private static Stream<Units> on(LocalDate day, PositionSpan span) {
        CurrencyCode currency = span.key().currency();
        return currency == null
                ? Stream.empty()
                : Stream.of(new Units(
                        day,
                        currency,
                        span.held().quantity(),
                        span.value(),
                        span.held().cost()));
    }
}
