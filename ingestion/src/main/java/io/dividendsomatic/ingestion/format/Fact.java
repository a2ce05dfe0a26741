package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a format understood of one row.
 *
 * @param account the one that the row or its part of the file names
 * @param flags what is wrong with the row and does not keep it out
 */
public record Fact(@Nullable AccountId account, StatementRow row, List<Problem> flags) {

    public Fact {
        flags = List.copyOf(flags);
    }

    public static Fact of(@Nullable AccountId account, StatementRow row) {
        return new Fact(account, row, List.of());
    }

    /** This fact, of that account unless its row names one. */
    public Fact ofAccount(@Nullable AccountId other) {
        return account != null ? this : new Fact(other, row, flags);
    }
}
