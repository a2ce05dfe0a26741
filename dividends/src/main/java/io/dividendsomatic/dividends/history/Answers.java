package io.dividendsomatic.dividends.history;

import io.dividendsomatic.portfolio.projection.KeptAnswers;
import io.dividendsomatic.portfolio.projection.Progress;
import io.dividendsomatic.portfolio.projection.Progress.Mark;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were worked out, kept until something is told that could change them. What is asked as of an earlier
 * knowledge is worked out each time.
 */
final class Answers<Q, A> {
    private final Progress progress;
    private final StatedTerms.Versions terms;
    private final KeptAnswers<Q, Kept<A>> kept;

    /**
     * @param lines how much memory an answer takes, {@code mostLines} how much all together
     */
    Answers(Progress progress, StatedTerms.Versions terms, ToIntFunction<A> lines, int mostLines) {
        this.progress = progress;
        this.terms = terms;
        this.kept = new KeptAnswers<>(answer -> lines.applyAsInt(answer.answer), mostLines);
    }

    private record Kept<A>(Mark mark, StatedTerms terms, A answer) {}

    A get(Q question, Instant knownAt, Supplier<A> work) {
        return get(question, knownAt, work, (mark, before) -> work.get());
    }

    /** Works out an answer anew. */
    @FunctionalInterface
    interface Renewal<A> {
        /** @param before the one of an earlier mark, where the same terms were stated */
        A at(Mark mark, @Nullable A before);
    }

    /** @param now works out what is known at that mark, {@code then} what was known before */
    A get(Q question, Instant knownAt, Supplier<A> then, Renewal<A> now) {
        Mark mark = progress.now();
        StatedTerms stated = terms.at(knownAt);
        if (knownAt.isBefore(mark.newest())) {
            return then.get();
        }
        Kept<A> known = kept.find(question).orElse(null);
        if (known != null && known.mark.equals(mark) && known.terms.equals(stated)) {
            return known.answer;
        }
        A answer = now.at(mark, known != null && known.terms.equals(stated) ? known.answer : null);
        kept.keep(question, new Kept<>(mark, stated, answer));
        return answer;
    }
}
