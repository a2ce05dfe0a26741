package io.dividendsomatic.portfolio.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dividendsomatic.portfolio.projection.Progress.Mark;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class StandpointTest {
    private final AtomicInteger place = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final Standpoints standpoints = new Standpoints(
            () -> new Mark("place " + place.get(), Instant.ofEpochSecond(place.get())), Clock.systemUTC());

    private int once() {
        return Standpoint.once("question", asked::incrementAndGet);
    }

    @Test
    void all_who_look_from_one_place_ask_once() {
        try (Standpoint.Visit _ = standpoints.visit()) {
            assertThat(once()).isEqualTo(1);
            assertThat(once()).isEqualTo(1);
        }
        try (Standpoint.Visit _ = standpoints.visit()) {
            assertThat(once()).isEqualTo(1);
        }
    }

    @Test
    void whoever_began_before_something_was_told_stays_where_it_stood() {
        try (Standpoint.Visit _ = standpoints.visit()) {
            assertThat(once()).isEqualTo(1);
            place.incrementAndGet();
            assertThat(once()).isEqualTo(1);
        }
        try (Standpoint.Visit _ = standpoints.visit()) {
            assertThat(once()).isEqualTo(2);
        }
    }

    @Test
    void who_stands_nowhere_asks_anew() {
        assertThat(once()).isEqualTo(1);
        assertThat(once()).isEqualTo(2);
        try (Standpoint.Visit _ = standpoints.visit()) {
            assertThat(once()).isEqualTo(3);
            assertThat(Standpoint.outside(this::once)).isEqualTo(4);
            assertThat(once()).isEqualTo(3);
        }
        assertThat(Standpoint.seen()).isNull();
    }

    @Test
    void a_question_that_failed_is_asked_again() {
        try (Standpoint.Visit _ = standpoints.visit()) {
            assertThatThrownBy(() -> Standpoint.once("question", () -> {
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(once()).isEqualTo(1);
        }
    }

    @Test
    void of_two_who_ask_at_once_one_works_it_out_and_the_other_waits() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Callable<Integer> slow = () -> {
            try (Standpoint.Visit _ = standpoints.visit()) {
                return Standpoint.once("slow", () -> {
                    begun.countDown();
                    awaitQuietly(enough);
                    return asked.incrementAndGet();
                });
            }
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> first = threads.submit(slow);
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            Future<Integer> second = threads.submit(slow);
            enough.countDown();
            assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void who_may_hold_a_connection_waits_for_nobody() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Integer> first = threads.submit(() -> {
                try (Standpoint.Visit _ = standpoints.visit()) {
                    return Standpoint.once("slow", () -> {
                        begun.countDown();
                        awaitQuietly(enough);
                        return 1;
                    });
                }
            });
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            TransactionSynchronizationManager.initSynchronization();
            try (Standpoint.Visit _ = standpoints.visit()) {
                assertThat(Standpoint.once("slow", () -> 2)).isEqualTo(2);
            } finally {
                TransactionSynchronizationManager.clearSynchronization();
                enough.countDown();
            }
            first.get(30, TimeUnit.SECONDS);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_is_not_done_yet_is_tried_again() {
        try (Standpoint.Visit _ = standpoints.visit()) {
            assertThat(Standpoint.isReached("work", () -> asked.incrementAndGet() > 1))
                    .isFalse();
            assertThat(Standpoint.isReached("work", () -> asked.incrementAndGet() > 1))
                    .isTrue();
            assertThat(Standpoint.isReached("work", () -> asked.incrementAndGet() > 1))
                    .isTrue();
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void large_answers_are_kept_as_long_as_there_is_room() {
        KeptAnswers<String, List<Integer>> kept = new KeptAnswers<>(List::size, 3);
        kept.keep("two", List.of(1, 2));
        kept.keep("one", List.of(3));
        assertThat(kept.find("two")).isPresent();
        kept.keep("another", List.of(4));
        assertThat(kept.find("one")).isEmpty();
        assertThat(kept.find("two")).isPresent();
        kept.keep("too many", List.of(1, 2, 3, 4));
        assertThat(kept.find("too many")).isEmpty();
    }
}
