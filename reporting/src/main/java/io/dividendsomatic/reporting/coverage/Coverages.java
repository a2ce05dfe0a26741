package io.dividendsomatic.reporting.coverage;

import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.reporting.consolidated.AccountCourse;
import io.dividendsomatic.reporting.consolidated.Balance;
import io.dividendsomatic.reporting.consolidated.Courses;
import io.dividendsomatic.reporting.consolidated.Flow;
import io.dividendsomatic.reporting.consolidated.FlowKind;
import io.dividendsomatic.reporting.consolidated.ValueDay;
import io.dividendsomatic.reporting.coverage.CoverageReport.OfAccount;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answers how far files cover the accounts. */
@Component
public class Coverages {
    private final Courses courses;

    Coverages(Courses courses) {
        this.courses = courses;
    }

    public CoverageReport answer(HoldingsOn question) {
        return new CoverageReport(
                question.asOf(),
                question.knownAt(),
                courses.of(question).stream()
                        .map(course -> of(course, question.asOf()))
                        .toList());
    }

    private static OfAccount of(AccountCourse course, LocalDate asOf) {
        return OfAccount.of(
                course.account(),
                asOf,
                days(
                        Stream.of(
                                        course.values().stream().map(ValueDay::date),
                                        course.cash().stream().map(Balance::date),
                                        course.flows().stream().map(Flow::date))
                                .flatMap(each -> each),
                        asOf),
                days(course.values().stream().filter(ValueDay::reported).map(ValueDay::date), asOf),
                days(
                        course.flows().stream()
                                .filter(flow ->
                                        flow.kind() == FlowKind.DIVIDEND || flow.kind() == FlowKind.PAYMENT_IN_LIEU)
                                .map(Flow::date),
                        asOf));
    }

    private static SortedSet<LocalDate> days(Stream<LocalDate> days, LocalDate asOf) {
        return days.filter(day -> !day.isAfter(asOf)).collect(Collectors.toCollection(TreeSet::new));
    }
}
