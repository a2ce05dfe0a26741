package io.dividendsomatic.portfolio.projection;

import io.dividendsomatic.portfolio.projection.Progress.Mark;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A place in what was told, from which all look who ask about whatever is known by now. What follows from that place alone,
 * such as which generation answers, whom names mean, or that an account was brought up to it, is asked once for all who
 * stand there. An answer holds at least what was told up to there; it may have been read a moment later.
 *
 * <p>Who asks as of an earlier knowledge, who writes, and who works without a question stands nowhere: there every question
 * is asked anew.
 */
public final class Standpoint {
    /** A line takes half a kilobyte or so. */
    private static final int MOST_LINES = 60_000;

    private static final ThreadLocal<Visit> VISIT = new ThreadLocal<>();

    private final Mark mark;
    private final Map<Object, Answer> answers = new ConcurrentHashMap<>();
    private final KeptAnswers<Object, Large> large = new KeptAnswers<>(Large::lines, MOST_LINES);

    Standpoint(Mark mark) {
        this.mark = mark;
    }

    Mark mark() {
        return mark;
    }

    /** From its begin to its end all that the thread asks is seen from one place, found when the first thing is asked. */
    public static final class Visit implements AutoCloseable {
        private final Supplier<Standpoint> newest;
        private final Clock clock;
        private @Nullable Standpoint seen;
        private @Nullable Instant since;

        Visit(Supplier<Standpoint> newest, Clock clock) {
            this.newest = newest;
            this.clock = clock;
            VISIT.set(this);
        }

        @Override
        public void close() {
            VISIT.remove();
        }

        private Standpoint standpoint() {
            if (seen == null) {
                since = clock.instant();
                seen = outside(newest);
            }
            return seen;
        }
    }

    /** Whoever comes first works it out. */
    private static final class Answer {
        private final ReentrantLock working = new ReentrantLock();
        private volatile @Nullable Object known;
    }

    private static @Nullable Standpoint here() {
        Visit visit = VISIT.get();
        return visit == null ? null : visit.standpoint();
    }

    /**
     * A time by which all that this thread was answered was known: when its place was found; nothing where it stands
     * nowhere.
     */
    public static @Nullable Instant since() {
        Visit visit = VISIT.get();
        return visit == null ? null : visit.since;
    }

    /** How far everything is from where this thread looks; nothing where it stands nowhere. */
    public static @Nullable Mark seen() {
        Standpoint here = here();
        return here == null ? null : here.mark;
    }

    /** @param question equal to itself only: who asks, and what; its answer follows from what was told and nothing else */
    @SuppressWarnings("unchecked")
    public static <T> T once(Object question, Supplier<T> asked) {
        Standpoint here = here();
        return here == null ? asked.get() : (T) here.answer(question, asked);
    }

    /**
     * The same of one of many questions, whose answers take memory: not all are kept.
     *
     * @param lines how many things an answer holds
     */
    @SuppressWarnings("unchecked")
    public static <T> T kept(Object question, ToIntFunction<T> lines, Supplier<T> asked) {
        Standpoint here = here();
        if (here == null) {
            return asked.get();
        }
        Optional<Large> known = here.large.find(question);
        if (known.isPresent()) {
            return (T) known.get().answer;
        }
        T fresh = asked.get();
        here.large.keep(question, new Large(fresh, 1 + lines.applyAsInt(fresh)));
        return fresh;
    }

    private record Large(Object answer, int lines) {}

    /** Does once what brings tables up to here. It asks anew itself: what is written counts for others, too. */
    public static void reach(Object work, Runnable bringing) {
        isReached(work, () -> {
            bringing.run();
            return true;
        });
    }

    /** The same of what may not be done yet; then whoever comes next tries again. */
    public static boolean isReached(Object work, Supplier<Boolean> bringing) {
        Standpoint here = here();
        if (here == null) {
            return bringing.get();
        }
        return here.answers.containsKey(work) || here.bring(work, bringing);
    }

    private boolean bring(Object work, Supplier<Boolean> bringing) {
        boolean done = outside(bringing);
        if (done) {
            once(work, () -> true);
        }
        return done;
    }

    /** Asks as somebody who stands nowhere. */
    public static <T> T outside(Supplier<T> asked) {
        Visit visit = VISIT.get();
        VISIT.remove();
        try {
            return asked.get();
        } finally {
            if (visit != null) {
                VISIT.set(visit);
            }
        }
    }

    /**
     * Whoever is in a transaction, or in the scope of one that only supports it, may have a connection for which the one who
     * works waits: so they wait for nobody.
     */
    private Object answer(Object question, Supplier<?> asked) {
        Answer answer = answers.computeIfAbsent(question, first -> new Answer());
        Object known = answer.known;
        if (known != null) {
            return known;
        }
        boolean waits = !TransactionSynchronizationManager.isSynchronizationActive();
        boolean first = waits || answer.working.tryLock();
        if (waits) {
            answer.working.lock();
        }
        try {
            known = answer.known;
            if (known == null) {
                known = asked.get();
                answer.known = known;
            }
            return known;
        } finally {
            if (first) {
                answer.working.unlock();
            }
        }
    }
}
