package io.dividendsomatic.ingestion.source;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** When a source is asked. */
public sealed interface Plan {

    /** Again and again, by every node for itself: what lies in reach of this machine and costs nothing to look at. */
    record Watched(Duration every, Of what) implements Plan {}

    /** What is watched. */
    enum Of {
        /** Files of brokers; a program that runs for one command leaves them alone unless the command asks for them. */
        FILES,
        /** What the user has set, which counts in every program that runs. */
        SETTINGS
    }

    /**
     * At the times of a cron expression, and once at start for those that were missed while no program ran. One node at a
     * time asks, whichever comes first.
     *
     * @param cron six fields as Spring reads them, seconds first; {@code -} is never, so only by hand
     * @param zone in which its hours and days are meant
     * @param jitter by up to so much each run is late, by chance, so that not everybody asks in the same second
     */
    record Timed(String cron, ZoneId zone, Duration jitter) implements Plan {
        private static final String NEVER = "-";

        /** Throws IllegalArgumentException for an expression that is none. */
        public Timed {
            parse(cron);
            if (jitter.isNegative()) {
                throw new IllegalArgumentException("jitter is less than nothing: " + jitter);
            }
        }

        /** The first time after an instant, without jitter; nothing when there is none. */
        public Optional<Instant> next(Instant after) {
            return Optional.ofNullable(parse(cron))
                    .map(expression -> expression.next(after.atZone(zone)))
                    .map(ZonedDateTime::toInstant);
        }

        private static @Nullable CronExpression parse(String cron) {
            return cron.equals(NEVER) ? null : CronExpression.parse(cron);
        }
    }
}
