package io.dividendsomatic.ingestion.source.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final PassingTime time = new PassingTime();
    private final Pace pace = new Pace(
            List.of(new Pace.Limit(1, Duration.ofSeconds(1)), new Pace.Limit(10, Duration.ofMinutes(1))), time, time);

    @Test
    void no_second_has_two_requests_and_no_minute_eleven() {
        List<Instant> asked = new ArrayList<>();
        for (int i = 0; i < 35; i++) {
            pace.await();
            asked.add(time.instant());
        }
        for (int i = 0; i < asked.size(); i++) {
            assertThat(since(asked, i, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(since(asked, i, 10)).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
        assertThat(Duration.between(asked.getFirst(), asked.getLast())).isEqualTo(Duration.ofSeconds(184));
    }

    @Test
    void who_asks_rarely_never_waits() {
        for (int i = 0; i < 20; i++) {
            pace.await();
            time.pass(Duration.ofSeconds(6));
        }
        assertThat(time.rests).isEmpty();
    }

    private static Duration since(List<Instant> asked, int i, int before) {
        return i < before ? Duration.ofDays(1) : Duration.between(asked.get(i - before), asked.get(i));
    }
}
