package io.dividendsomatic.portfolio.projection;

import java.util.List;
import java.util.Set;

/**
 * A set of tables that is filled from events and can be filled again from the first one. Every row belongs to a
 * generation; readers see the active one, while a rebuild fills the next.
 */
public interface ReadModel {

    /** The name by which an administrator knows it, for example {@code holdings}. */
    String name();

    /**
     * Higher than before whenever the code fills tables with what it left out until then, or otherwise: what was filled by
     * a lower one is built again when the program starts.
     */
    default int revision() {
        return 1;
    }

    /** The events that it listens to; every {@code on(event)} method of its handlers takes one of them. */
    Set<Class<?>> eventTypes();

    /** An object with Axon {@code @EventHandler} methods that writes into the given generation. */
    Object handlersFor(int generation);

    /**
     * Brings up to date what follows from all events together, where there is such a thing. Does nothing when nothing is
     * stale, and can be called at any time.
     */
    default void settle(int generation) {}

    /**
     * The same once nothing comes any more, and with it what is otherwise brought up to date only when somebody asks for
     * it: who looks into the tables finds it there.
     */
    default void settleAtRest(int generation) {
        settle(generation);
    }

    /**
     * The tables by whose rows two generations that are settled are compared. Each has a column {@code generation}; the
     * others keep what is brought up to date only when it is asked for, or tell how far that is.
     */
    List<String> comparedTables();

    /** How many rows a generation holds. */
    long rows(int generation);

    /** Deletes a generation that nobody reads any more. */
    void drop(int generation);
}
