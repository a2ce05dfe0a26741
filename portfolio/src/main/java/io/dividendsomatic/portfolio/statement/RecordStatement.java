package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Tells an account everything that one file says of it.
 *
 * @param period that the file covers, where it says so
 * @param rows what the file says of this account; in a file of one account, everything
 * @param shared rows of a file of several accounts that name none of them, such as its instrument list; they complete
 *     the account's own rows and are counted with another account
 * @param reading of the file's bytes, counted from 1; a later one takes the place of all before it
 * @param parts lines that tell something of a fact which stands on another line, by that line
 */
public record RecordStatement(
        @TargetAggregateIdentifier AccountId account,
        FileId file,
        Edition edition,
        @Nullable Period period,
        List<StatementLine> rows,
        List<StatementLine> shared,
        int reading,
        Map<Integer, List<Integer>> parts) {

    public RecordStatement {
        rows = List.copyOf(rows);
        shared = List.copyOf(shared);
        parts = Map.copyOf(parts);
    }

    /** Of rows that each tell their own. */
    public RecordStatement(
            AccountId account,
            FileId file,
            Edition edition,
            @Nullable Period period,
            List<StatementLine> rows,
            List<StatementLine> shared,
            int reading) {
        this(account, file, edition, period, rows, shared, reading, Map.of());
    }

    /** Of the first reading. */
    public RecordStatement(
            AccountId account,
            FileId file,
            Edition edition,
            @Nullable Period period,
            List<StatementLine> rows,
            List<StatementLine> shared) {
        this(account, file, edition, period, rows, shared, 1);
    }
}
