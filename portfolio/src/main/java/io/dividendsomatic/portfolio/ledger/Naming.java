package io.dividendsomatic.portfolio.ledger;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.LocalDate;
import java.util.List;

/**
 * Gives the instruments of one account's rows the name of whom they mean on their day, where one wording means several
 * in the course of time. So whatever is folded afterwards needs no day to know whom a row is about.
 */
public interface Naming {
    /** Where every wording means the same on all days. */
    Naming AS_TOLD = new Naming() {
        @Override
        public Instrument on(LocalDate day, Instrument said) {
            return said;
        }

        @Override
        public StatementRow row(StatementRow row) {
            return row;
        }
    };

    /** The instrument of a row about that day; as the row says it where nobody can tell better. */
    Instrument on(LocalDate day, Instrument said);

    /** A booking or a printed figure, with its instruments named. */
    StatementRow row(StatementRow row);

    /** The same tellings, with their instruments named. */
    default List<Telling> tellings(List<Telling> tellings) {
        return equals(AS_TOLD) ? tellings : tellings.stream().map(this::telling).toList();
    }

    private Telling telling(Telling told) {
        return new Telling(told.fact(), told.file(), told.edition(), told.lines(), row(told.row()), told.spokenFor());
    }
}
