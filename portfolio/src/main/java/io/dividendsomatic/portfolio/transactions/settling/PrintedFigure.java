package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.ledger.Naming;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.StatementRow;

/**
 * A figure that a file prints of an account.
 *
 * @param row never one that books something
 */
public record PrintedFigure(StatementRow row, FileId file, Edition edition, int line) {

    PrintedFigure named(Naming naming) {
        StatementRow named = naming.row(row);
        return named.equals(row) ? this : new PrintedFigure(named, file, edition, line);
    }
}
