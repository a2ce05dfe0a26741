package io.dividendsomatic.reporting.performance;

import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.reporting.consolidated.Courses;
import io.dividendsomatic.reporting.consolidated.Horizon;
import io.dividendsomatic.reporting.consolidated.Track;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what came of the money. */
@Component
public class Performances {
    private final Courses courses;
    private final Horizon horizon;

    Performances(Courses courses, Horizon horizon) {
        this.courses = courses;
        this.horizon = horizon;
    }

    /**
     * To the end of the day {@code asOf}, and no further than the {@link Horizon}.
     *
     * @param from the day at whose end it begins; absent for the first that is known
     */
    public PerformanceReport answer(HoldingsOn question, @Nullable LocalDate from, @Nullable Benchmark benchmark) {
        List<Track> tracks = courses.tracks(question);
        return Measurement.of(
                tracks,
                Optional.ofNullable(from),
                horizon.bound(question.asOf(), tracks),
                question.knownAt(),
                courses.currency(question),
                benchmark);
    }
}
