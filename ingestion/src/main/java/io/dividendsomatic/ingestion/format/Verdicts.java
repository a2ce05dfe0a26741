package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.events.RowIgnored;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowRejected;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what becomes of each data row of a file, in file order. */
public final class Verdicts {
    private final List<RowVerdict> verdicts = new ArrayList<>();

    /** Takes the row in when its reading succeeds, and rejects it with the problem when it does not. */
    public void read(SourceRow row, Supplier<Fact> reading) {
        try {
            Fact fact = reading.get();
            verdicts.add(new RowParsed(
                    row.line(), row.lines(), row.span(), fact.account(), fact.rows(), null, fact.flags()));
        } catch (RefusedRow refused) {
            verdicts.add(new RowRejected(row.line(), row.lines(), row.span(), refused.problem()));
        }
    }

    /** The row tells, together with others, the fact that stands on the row of that line. */
    public void part(SourceRow row, @Nullable AccountId account, int of) {
        verdicts.add(new RowParsed(row.line(), row.lines(), row.span(), account, List.of(), of, List.of()));
    }

    public void ignore(SourceRow row, String reason) {
        verdicts.add(new RowIgnored(row.line(), row.lines(), row.span(), reason));
    }

    public void reject(SourceRow row, ProblemCode code, String message) {
        Problem problem = new Problem(row.line(), null, code, message, row.raw());
        verdicts.add(new RowRejected(row.line(), row.lines(), row.span(), problem));
    }

    public List<RowVerdict> list() {
        return List.copyOf(verdicts);
    }
}
