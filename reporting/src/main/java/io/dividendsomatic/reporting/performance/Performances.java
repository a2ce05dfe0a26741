package io.dividendsomatic.reporting.performance;

import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.reporting.consolidated.Courses;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what came of the money. */
@Component
public class Performances {
    private final Courses courses;

    Performances(Courses courses) {
        this.courses = courses;
    }

    /**
     * To the end of the day {@code asOf}.
     *
     * @param from the day at whose end it begins; absent for the first that is known
     */
    public PerformanceReport answer(HoldingsOn question, @Nullable LocalDate from, @Nullable Benchmark benchmark) {
        return Measurement.of(
                courses.tracks(question),
                Optional.ofNullable(from),
                question.asOf(),
                question.knownAt(),
                courses.currency(question),
                benchmark);
    }
}
