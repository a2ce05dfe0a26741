package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.events.RowIgnored;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowRejected;
import io.dividendsomatic.ingestion.events.RowVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what becomes of each data row of a file, in file order. */
public final class Verdicts {
    private final List<RowVerdict> verdicts = new ArrayList<>();

    /** Takes the row in when its reading succeeds, and rejects it with the problem when it does not. */
    public void read(CsvRow row, Supplier<Fact> reading) {
        try {
            Fact fact = reading.get();
            verdicts.add(new RowParsed(row.line(), row.lines(), fact.account(), fact.row(), fact.flags()));
        } catch (RefusedRow refused) {
            verdicts.add(new RowRejected(row.line(), row.lines(), refused.problem()));
        }
    }

    public void ignore(CsvRow row, String reason) {
        verdicts.add(new RowIgnored(row.line(), row.lines(), reason));
    }

    public void reject(CsvRow row, ProblemCode code, String message) {
        Problem problem = new Problem(row.line(), null, code, message, row.raw());
        verdicts.add(new RowRejected(row.line(), row.lines(), problem));
    }

    public List<RowVerdict> list() {
        return List.copyOf(verdicts);
    }
}
