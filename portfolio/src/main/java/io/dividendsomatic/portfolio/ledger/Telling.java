package io.dividendsomatic.portfolio.ledger;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * That one file tells one fact of an account.
 *
 * @param lines on which the file tells it; several where a broker repeats itself
 * @param row what it says of the fact: two files may tell one fact in other words
 * @param spokenFor the days that the file covers, where that is known
 */
public record Telling(
        FactId fact,
        FileId file,
        Edition edition,
        List<Integer> lines,
        StatementRow row,
        @Nullable Period spokenFor) {

    public Telling {
        lines = List.copyOf(lines);
    }

    public Stream<SourceRef> sources() {
        return lines.stream().map(line -> new SourceRef(file, line));
    }
}
