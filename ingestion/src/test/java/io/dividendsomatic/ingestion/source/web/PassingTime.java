package io.dividendsomatic.ingestion.source.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that goes on by what is waited, at once. */
public final class PassingTime extends Clock implements Pause {
    public final List<Duration> rests = new ArrayList<>();
    private Instant now = Instant.parse("2031-03-03T08:00:00Z");

    @Override
    public void rest(Duration time) {
        rests.add(time);
        now = now.plus(time);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("one zone only");
    }
}
