package io.dividendsomatic.ingestion.source;

/**
 * A place from which brokers' files come. What is fetched goes through the intake like any upload, so a source knows
 * neither formats nor accounts' contents.
 *
 * <p>How a further source is configured, scheduled and shown stands at {@link PlannedSources}.
 *
 * <p>A source over a broker's web API has to answer three things to join: {@link #available()} from its configuration
 * alone, without asking the network; {@link #fetch()} without a person at hand, so with a token that renews itself; and
 * the broker's answer as the bytes of a file, because every figure is traced to a file and a line.
 */
public interface StatementSource {

    /** By which a person knows it, for example {@code inbox}: small letters, digits, hyphens and dots. */
    String name();

    /** Whether it is configured, and can be asked as far as that can be told without asking. */
    boolean available();

    /**
     * Hands what is new there to the intake, and puts away what the journal has finished. Not for several threads.
     * Ends soon, with what it has, when its thread is interrupted.
     *
     * @throws SourceFailed when it could not be asked to the end; what was taken by then stays taken
     */
    Fetched fetch();

    /**
     * As {@link #fetch}, for somebody who asks once and not again soon: waits a moment for what may not be complete yet.
     */
    default Fetched fetchOnce() {
        return fetch();
    }

    /** How far the look has come that is under way; may be asked by any thread at any time. */
    default Progress progress() {
        return Progress.NONE;
    }
}
