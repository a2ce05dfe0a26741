package io.dividendsomatic.reporting.history;

import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.reporting.consolidated.Courses;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what everything was worth from day to day. */
@Component
public class ValueHistories {
    private final Courses courses;

    ValueHistories(Courses courses) {
        this.courses = courses;
    }

    /**
     * To the day {@code asOf}.
     *
     * @param from absent for the first day that is known
     */
    public HistoryReport answer(HoldingsOn question, @Nullable LocalDate from, Interval interval) {
        return HistoryReport.of(
                courses.tracks(question),
                Optional.ofNullable(from),
                question.asOf(),
                interval,
                question.knownAt(),
                courses.currency(question));
    }
}
