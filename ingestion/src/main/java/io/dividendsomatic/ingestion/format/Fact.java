package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a format understood of one row.
 *
 * @param account the one that the row or its part of the file names
 * @param rows what it tells; a trade's row may also tell the balance after it
 * @param flags what is wrong with the row and does not keep it out
 */
public record Fact(@Nullable AccountId account, List<StatementRow> rows, List<Problem> flags) {

    public Fact {
        rows = List.copyOf(rows);
        flags = List.copyOf(flags);
    }

    public static Fact of(@Nullable AccountId account, StatementRow row) {
        return new Fact(account, List.of(row), List.of());
    }

    /** This fact, and another that the same row tells; none when it is null. */
    public Fact and(@Nullable StatementRow more) {
        if (more == null) {
            return this;
        }
        List<StatementRow> all = new ArrayList<>(rows);
        all.add(more);
        return new Fact(account, all, flags);
    }

    /** This fact with other content in the place of its first row. */
    public Fact startingWith(StatementRow first) {
        List<StatementRow> all = new ArrayList<>(rows);
        all.set(0, first);
        return new Fact(account, all, flags);
    }

    /** This fact, and one more thing that is wrong with it. */
    public Fact flagged(Problem flag) {
        List<Problem> all = new ArrayList<>(flags);
        all.add(flag);
        return new Fact(account, rows, all);
    }

    /** This fact, of that account unless its row names one. */
    public Fact ofAccount(@Nullable AccountId other) {
        return account != null ? this : new Fact(other, rows, flags);
    }
}
