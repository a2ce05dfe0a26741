package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import java.util.List;

/**
 * Why it cannot be told whom an alias means.
 *
 * @param uses that contradict each other; none when decisions do
 */
record Doubt(Kind kind, InstrumentAlias alias, List<Use> uses) {

    /** Who contradicts whom. */
    enum Kind {
        SEVERAL_INSTRUMENTS,
        CONFLICTING_DECISIONS
    }
}
