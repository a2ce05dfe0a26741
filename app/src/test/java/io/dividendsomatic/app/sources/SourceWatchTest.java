package io.dividendsomatic.app.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.StatementSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SourceWatchTest {
    private static final Duration EVERY = Duration.ofMillis(10);

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger polls = new AtomicInteger();
    private final ReentrantLock asked = new ReentrantLock();
    private volatile boolean fails;
    private volatile Fetched brings = new Fetched(1, 0, 0);
    private SourceWatch watch = watch(false);

    private SourceWatch watch(boolean onlyWhenAsked) {
        StatementSource source = new StatementSource() {
            @Override
            public String name() {
                return "test.watched";
            }

            @Override
            public boolean available() {
                return true;
            }

            @Override
            public Fetched fetch() {
                looks.incrementAndGet();
                if (fails) {
                    throw SourceFailed.passing("FOLDER_NOT_READ", "the share is gone", null, null);
                }
                return brings;
            }

            @Override
            public Fetched fetchOnce() {
                polls.incrementAndGet();
                asked.lock(); // as long as a test holds it back
                try {
                    return fetch();
                } finally {
                    asked.unlock();
                }
            }
        };
        return new SourceWatch(source, EVERY, onlyWhenAsked, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        watch.stop();
    }

    @Test
    void a_source_that_fails_is_told_once_and_looked_at_ever_more_seldom_until_it_is_well(CapturedOutput output) {
        fails = true;
        watch.start();
        await().until(() -> watch.state().failures() >= 5);
        SourceState state = watch.state();
        assertThat(Duration.between(Objects.requireNonNull(state.endedAt()), Objects.requireNonNull(state.nextRunAt())))
                .isGreaterThanOrEqualTo(EVERY.multipliedBy(32));
        assertThat(state.problem())
                .isNotNull()
                .extracting(Outcome.Problem::code)
                .isEqualTo("FOLDER_NOT_READ");
        assertThat(output.getAll().split("the share is gone", -1)).hasSize(2);

        fails = false;
        watch.wake();
        await().until(() -> watch.state().failures() == 0);
        assertThat(watch.state().fetched()).isEqualTo(new Fetched(1, 0, 0));
    }

    @Test
    void a_look_that_is_asked_for_tells_of_itself_and_one_that_finds_nothing_leaves_what_was_told() {
        watch.start();
        await().until(() -> watch.state().runs() > 0 && !watch.state().running());
        brings = Fetched.NOTHING;
        await().until(() -> polls.get() == 0 && looks.get() > 5);
        SourceState idle = watch.state();
        assertThat(idle.fetched()).isEqualTo(new Fetched(1, 0, 0));
        await().until(() ->
                watch.state().runs() > idle.runs() + 2 && !watch.state().running());
        assertThat(watch.state().fetched()).isEqualTo(new Fetched(1, 0, 0));

        asked.lock();
        try {
            watch.wake();
            assertThat(watch.state().running()).isTrue();
        } finally {
            asked.unlock();
        }
        await().until(() -> !watch.state().running());
        assertThat(polls).hasValue(1);
        assertThat(watch.state().fetched()).isEqualTo(Fetched.NOTHING);
    }

    @Test
    void in_a_program_of_one_command_it_waits_until_it_is_asked() throws Exception {
        watch = watch(true);
        watch.start();
        Thread.sleep(EVERY.multipliedBy(20));
        assertThat(looks).hasValue(0);

        watch.wake();
        await().until(() -> watch.state().runs() == 1 && !watch.state().running());
        Thread.sleep(EVERY.multipliedBy(20));
        assertThat(looks).hasValue(1);
        assertThat(polls).hasValue(1);
    }
}
