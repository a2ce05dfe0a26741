package io.dividendsomatic.ingestion.source;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a source is asked, as every source's settings have it under {@code schedule}; what is left out is the source's own
 * default.
 *
 * @param cron six fields, seconds first, such as {@code 0 30 7 * * MON-SAT}; {@code -} for by hand only
 * @param zone in which the hours of cron are meant
 * @param jitter by up to so much a run is late
 */
public record Schedule(
        @Nullable String cron,
        @DefaultValue(Schedule.ZONE) ZoneId zone,
        @Nullable Duration jitter) {
    /** Where the first user lives; brokers' days end by then. */
    static final String ZONE = "Europe/Helsinki";

    /** The plan, with a source's own defaults for what the user has left out. */
    public Plan.Timed plan(String usualCron, Duration usualJitter) {
        return new Plan.Timed(cron == null ? usualCron : cron, zone, jitter == null ? usualJitter : jitter);
    }
}
