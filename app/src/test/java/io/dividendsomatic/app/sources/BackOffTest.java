package io.dividendsomatic.app.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.sources.Outcome.Problem;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void what_may_pass_is_tried_again_soon_and_then_ever_more_seldom() {
        assertThat(rests(false, 8)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void what_a_person_has_to_mend_is_left_alone_for_hours() {
        assertThat(rests(true, 7)).containsExactly(60L, 120L, 240L, 480L, 960L, 1440L, 1440L);
    }

    @Test
    void a_thousand_failures_overflow_nothing() {
        assertThat(BackOff.after(new Problem("X", "x", false), 1_000)).isEqualTo(Duration.ofHours(1));
    }

    private static long[] rests(boolean lasting, int times) {
        Problem problem = new Problem("X", "x", lasting);
        return IntStream.rangeClosed(1, times)
                .mapToLong(failures -> BackOff.after(problem, failures).toMinutes())
                .toArray();
    }
}
