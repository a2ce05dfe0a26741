package io.dividendsomatic.dividends.forecasts;

import io.dividendsomatic.dividends.events.ForecastMade.Line;
import io.dividendsomatic.dividends.forecasts.Grade.Verdict;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a forecast of one account against the payments that came: of each instrument and currency the nearest of both
 * belong together, at most 45 days apart, each of them once.
 */
public final class Grading {
    /** Pay dates move by this much from year to year. */
    private static final int DAYS_APART = 45;

    private final KeptForecast forecast;
    private final LocalDate toldUntil;

    private Grading(KeptForecast forecast, LocalDate toldUntil) {
        this.forecast = forecast;
        this.toldUntil = toldUntil;
    }

    /** Earlier payments are none that a forecast of that day could mean. */
    public static LocalDate firstDay(LocalDate madeOn) {
        return madeOn.minusDays(DAYS_APART - 1L);
    }

    private record Kind(InstrumentKey key, CurrencyCode currency) {
        static final Comparator<Kind> ORDER = Comparator.comparing(Kind::key).thenComparing(Kind::currency);
    }

    /** The ordinary and the in-lieu part together. */
    private record Event(LocalDate paidOn, Instrument instrument, List<Payment> parts) {
        Amount gross() {
            return parts.stream().map(Payment::gross).reduce(new Amount(BigDecimal.ZERO), Amount::plus);
        }
    }

    private record Pair(Line line, Event event) {
        long daysApart() {
            return Math.abs(ChronoUnit.DAYS.between(line.payDate(), event.paidOn));
        }
    }

    /**
     * The grades by day; of what can still come it says so.
     *
     * @param payments of the account
     * @param identify by which name the account knows an instrument
     * @param toldUntil the last day of which the account's files tell; absent where they tell none
     */
    public static List<Grade> of(
            KeptForecast forecast,
            Collection<Payment> payments,
            Function<Instrument, InstrumentKey> identify,
            @Nullable LocalDate toldUntil,
            LocalDate asOf) {
        LocalDate told = toldUntil == null ? LocalDate.MIN : toldUntil;
        Grading grading = new Grading(forecast, told.isAfter(asOf) ? asOf : told);
        Map<Kind, List<Line>> expected = forecast.lines().stream()
                .collect(Collectors.groupingBy(line -> new Kind(identify.apply(line.instrument()), line.currency())));
        Map<Kind, List<Event>> came = events(payments.stream()
                .filter(payment -> payment.isStanding() && !payment.payDate().isAfter(asOf))
                .filter(payment -> !payment.payDate().isBefore(firstDay(forecast.madeOn())))
                .toList());
        Map<Kind, Boolean> all = new TreeMap<>(Kind.ORDER);
        expected.keySet().forEach(kind -> all.put(kind, true));
        came.keySet().forEach(kind -> all.put(kind, true));
        return all.keySet().stream()
                .flatMap(kind ->
                        grading.grades(expected.getOrDefault(kind, List.of()), came.getOrDefault(kind, List.of())))
                .sorted(Grade.IN_ORDER)
                .toList();
    }

    private static Map<Kind, List<Event>> events(List<Payment> payments) {
        Map<FactId, List<Payment>> byEvent = payments.stream()
                .filter(payment -> payment.key() != null && payment.instrument() != null)
                .sorted(Payment.BY_DATE)
                .collect(Collectors.groupingBy(Payment::paymentEventId, TreeMap::new, Collectors.toList()));
        return byEvent.values().stream()
                .flatMap(parts -> parts.stream().collect(Collectors.groupingBy(Payment::currency)).values().stream())
                .collect(Collectors.groupingBy(
                        parts -> new Kind(
                                Objects.requireNonNull(parts.getFirst().key()),
                                parts.getFirst().currency()),
                        Collectors.mapping(
                                parts -> new Event(
                                        parts.getFirst().payDate(),
                                        Objects.requireNonNull(parts.getFirst().instrument()),
                                        parts),
                                Collectors.toList())));
    }

    private Stream<Grade> grades(List<Line> lines, List<Event> events) {
        Set<Line> open = each(lines);
        Set<Event> left = each(events);
        List<Grade> grades = new ArrayList<>();
        lines.stream()
                .flatMap(line -> events.stream().map(event -> new Pair(line, event)))
                .filter(pair -> pair.daysApart() <= DAYS_APART && !cameBefore(pair))
                .sorted(Comparator.comparingLong(Pair::daysApart)
                        .thenComparing(pair -> pair.line.payDate())
                        .thenComparing(pair -> pair.event.paidOn)
                        .thenComparing(pair -> pair.event.parts.getFirst().id()))
                .forEach(pair -> {
                    if (open.contains(pair.line) && left.contains(pair.event)) {
                        open.remove(pair.line);
                        left.remove(pair.event);
                        grades.add(grade(Verdict.PAID, pair.line, pair.event));
                    }
                });
        open.forEach(line -> grades.add(grade(isOver(line) ? Verdict.NOT_PAID : Verdict.OPEN, line, null)));
        left.stream().filter(this::isLookedAt).forEach(event -> grades.add(unforeseen(event)));
        return grades.stream();
    }

    /** Equal ones are several. */
    private static <T> Set<T> each(List<T> all) {
        Set<T> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(all);
        return set;
    }

    /** What had been paid by then is not what comes next; only what was overdue can have been paid before. */
    private boolean cameBefore(Pair pair) {
        return !pair.event.paidOn.isAfter(forecast.madeOn())
                && pair.line.payDate().isAfter(forecast.madeOn());
    }

    private boolean isOver(Line line) {
        return toldUntil.isAfter(line.payDate().plusDays(DAYS_APART));
    }

    /** What came on the day of the forecast or before, or after its end, it says nothing of. */
    private boolean isLookedAt(Event event) {
        return event.paidOn.isAfter(forecast.madeOn()) && !event.paidOn.isAfter(forecast.until());
    }

    private Grade grade(Verdict verdict, Line line, @Nullable Event event) {
        return new Grade(
                verdict,
                forecast.account(),
                forecast.madeOn(),
                horizon(line.payDate()),
                line.instrument(),
                line.certainty(),
                line.payDate(),
                event == null ? null : event.paidOn,
                line.currency(),
                line.gross(),
                event == null ? new Amount(BigDecimal.ZERO) : event.gross(),
                payments(event),
                sources(event));
    }

    private Grade unforeseen(Event event) {
        return new Grade(
                Verdict.UNFORESEEN,
                forecast.account(),
                forecast.madeOn(),
                horizon(event.paidOn),
                event.instrument,
                null,
                null,
                event.paidOn,
                event.parts.getFirst().currency(),
                new Amount(BigDecimal.ZERO),
                event.gross(),
                payments(event),
                sources(event));
    }

    private int horizon(LocalDate day) {
        return (int) Math.max(0, ChronoUnit.MONTHS.between(YearMonth.from(forecast.madeOn()), YearMonth.from(day)));
    }

    private static List<FactId> payments(@Nullable Event event) {
        return event == null ? List.of() : event.parts.stream().map(Payment::id).toList();
    }

    private static List<SourceRef> sources(@Nullable Event event) {
        return event == null
                ? List.of()
                : event.parts.stream()
                        .flatMap(payment -> payment.sources().stream())
                        .distinct()
                        .sorted()
                        .toList();
    }
}
