package io.dividendsomatic.portfolio.projection;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Answers by their questions, as many as memory is given for. The least lately asked for go first; one that is larger than
 * all may be is not kept. Serves any number of threads.
 */
public final class KeptAnswers<Q, A> {
    private final ToIntFunction<A> lines;
    private final int mostLines;
    private final Map<Q, A> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int keptLines;

    /** @param lines how much memory an answer takes, {@code mostLines} how much all together */
    public KeptAnswers(ToIntFunction<A> lines, int mostLines) {
        this.lines = lines;
        this.mostLines = mostLines;
    }

    public synchronized Optional<A> find(Q question) {
        return Optional.ofNullable(kept.get(question));
    }

    public synchronized void keep(Q question, A answer) {
        int more = lines.applyAsInt(answer);
        A before = more > mostLines ? kept.remove(question) : kept.put(question, answer);
        keptLines += (more > mostLines ? 0 : more) - (before == null ? 0 : lines.applyAsInt(before));
        for (Iterator<A> oldest = kept.values().iterator(); keptLines > mostLines && oldest.hasNext(); ) {
            keptLines -= lines.applyAsInt(oldest.next());
            oldest.remove();
        }
    }
}
