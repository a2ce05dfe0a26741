package io.dividendsomatic.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TriesTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-30T10:00:00Z"));
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final Tries tries = new Tries(clock);

    private void fail(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            tries.begin(name, address);
        }
    }

    private Duration wait(String name, String address) {
        try {
            tries.begin(name, address);
            return Duration.ZERO;
        } catch (Tries.TooMany many) {
            return many.left();
        }
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Test
    void each_further_guess_waits_twice_as_long_up_to_a_quarter_of_an_hour() {
        fail(Tries.FREE, "maija", "192.0.2.1");
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
            assertThat(wait("maija", "192.0.2.1")).isEqualTo(Duration.ofSeconds(seconds));
            pass(Duration.ofSeconds(seconds));
            tries.begin("maija", "192.0.2.1");
        }
    }

    @Test
    void waiting_does_not_make_it_longer() {
        fail(Tries.FREE, "maija", "192.0.2.1");
        assertThat(wait("maija", "192.0.2.1")).isEqualTo(Duration.ofSeconds(1));
        assertThat(wait("maija", "192.0.2.1")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_name_is_not_locked_from_elsewhere() {
        fail(Tries.FREE, "maija", "192.0.2.1");

        assertThatNoException().isThrownBy(() -> tries.begin("maija", "192.0.2.2"));
        assertThatNoException().isThrownBy(() -> tries.begin("ville", "192.0.2.1"));
    }

    @Test
    void an_address_that_guesses_many_names_waits_too() {
        for (int i = 0; i < Tries.FREE_OF_ADDRESS; i++) {
            tries.begin("name" + i, "192.0.2.1");
        }

        assertThatExceptionOfType(Tries.TooMany.class).isThrownBy(() -> tries.begin("fresh", "192.0.2.1"));
    }

    @Test
    void the_right_password_starts_the_name_anew_but_not_the_address() {
        fail(Tries.FREE - 1, "maija", "192.0.2.1");
        tries.begin("maija", "192.0.2.1");
        tries.succeeded("maija", "192.0.2.1");
        fail(Tries.FREE, "maija", "192.0.2.1");
        assertThat(wait("maija", "192.0.2.1")).isPositive();

        for (int i = 0; i < Tries.FREE_OF_ADDRESS; i++) {
            if (wait("guessed" + i, "192.0.2.9").isZero()
                    && wait("own", "192.0.2.9").isZero()) {
                tries.succeeded("own", "192.0.2.9");
            }
        }
        assertThat(wait("guessed", "192.0.2.9")).isPositive();
    }

    @Test
    void what_is_long_ago_is_forgotten() {
        fail(Tries.FREE, "maija", "192.0.2.1");
        pass(Tries.LONGEST.plusSeconds(2));
        fail(Tries.FREE - 1, "maija", "192.0.2.1");

        assertThatNoException().isThrownBy(() -> tries.begin("maija", "192.0.2.1"));
    }

    @Test
    void strangers_do_not_fill_the_memory() {
        for (int i = 0; i < Tries.MOST; i++) {
            tries.begin("x".repeat(1_000) + i, "192.0.2." + i);
        }

        assertThat(tries.size()).isEqualTo(Tries.MOST);
    }
}
