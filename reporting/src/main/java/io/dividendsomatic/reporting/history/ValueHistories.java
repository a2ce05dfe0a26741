package io.dividendsomatic.reporting.history;

import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.reporting.consolidated.Courses;
import io.dividendsomatic.reporting.consolidated.Horizon;
import io.dividendsomatic.reporting.consolidated.Track;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what everything was worth from day to day. */
@Component
public class ValueHistories {
    private final Courses courses;
    private final Horizon horizon;

    ValueHistories(Courses courses, Horizon horizon) {
        this.courses = courses;
        this.horizon = horizon;
    }

    /**
     * To the day {@code asOf}, and no further than the {@link Horizon}.
     *
     * @param from absent for the first day that is known
     */
    public HistoryReport answer(HoldingsOn question, @Nullable LocalDate from, Interval interval) {
        List<Track> tracks = courses.tracks(question);
        return HistoryReport.of(
                tracks,
                Optional.ofNullable(from),
                horizon.bound(question.asOf(), tracks),
                interval,
                question.knownAt(),
                courses.currency(question));
    }
}
