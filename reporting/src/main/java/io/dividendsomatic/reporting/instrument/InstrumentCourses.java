package io.dividendsomatic.reporting.instrument;

import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.reporting.consolidated.InstrumentDays;
import io.dividendsomatic.reporting.consolidated.InstrumentDays.Units;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Answers how price, cost and units of one instrument went. */
@Component
public class InstrumentCourses {
    /** As many as a picture can tell apart. */
    private static final int POINTS = 120;

    private final InstrumentDays days;

    InstrumentCourses(InstrumentDays days) {
        this.days = days;
    }

    /**
     * From the day on which it was first held to that of the question, in even steps.
     *
     * @param isins all names of the instrument
     */
    public InstrumentCourse answer(HoldingsOn question, Set<Isin> isins) {
        LocalDate begin = days.begin(question).orElse(question.asOf());
        if (begin.isAfter(question.asOf())) {
            return InstrumentCourse.NONE;
        }
        SortedSet<LocalDate> coarse = steps(begin, question.asOf());
        List<Units> held = days.of(question, isins, coarse);
        LocalDate first =
                held.stream().map(Units::date).min(Comparator.naturalOrder()).orElse(null);
        if (first == null) {
            return InstrumentCourse.NONE;
        }
        SortedSet<LocalDate> before = coarse.headSet(first);
        if (before.isEmpty()) {
            return InstrumentCourse.of(held, coarse);
        }
        SortedSet<LocalDate> fine = steps(before.last(), question.asOf());
        return InstrumentCourse.of(days.of(question, isins, fine), fine);
    }

    private static SortedSet<LocalDate> steps(LocalDate from, LocalDate to) {
        long length = ChronoUnit.DAYS.between(from, to);
        return IntStream.rangeClosed(0, POINTS)
                .mapToObj(i -> from.plusDays(length * i / POINTS))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
