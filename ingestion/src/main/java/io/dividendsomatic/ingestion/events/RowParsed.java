package io.dividendsomatic.ingestion.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row was understood.
 *
 * @param account the account of which it speaks; absent when it speaks of the whole file
 * @param flags what is wrong with the row and does not keep it out, such as {@code BAD_ISIN}
 */
public record RowParsed(int line, int lines, @Nullable AccountId account, StatementRow row, List<Problem> flags)
        implements RowVerdict {

    public RowParsed {
        flags = List.copyOf(flags);
    }
}
