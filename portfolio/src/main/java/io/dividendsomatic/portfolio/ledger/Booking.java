package io.dividendsomatic.portfolio.ledger;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.LocalDate;
import java.util.List;

/**
 * One fact of an account, however many rows and files tell it.
 *
 * @param id the smallest identity among the facts that were found to be one
 * @param row its current content
 * @param sources every line that tells it, in order
 * @param told every identity under which a file told it, in order; an order stands with each of its executions
 */
public record Booking(FactId id, StatementRow row, List<SourceRef> sources, List<FactId> told) {

    public Booking {
        sources = List.copyOf(sources);
        told = List.copyOf(told);
    }

    public RowView view() {
        return RowView.of(row);
    }

    public LocalDate date() {
        return view().date();
    }
}
