package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.RowIgnored;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.statement.StatementRow.Detail;
import io.dividendsomatic.portfolio.statement.StatementRow.OpenPosition;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps positions from being counted twice where a file states them whole and by lot. */
final class Lots {
    static final String REASON = "LOT: detail of a summary";

    private Lots() {}

    /** Passes over the lots of each account and day that has summaries; lots alone are the positions. */
    static List<RowVerdict> withoutDetailsOfSummaries(List<RowVerdict> verdicts) {
        Set<Day> summarised = new HashSet<>();
        for (RowVerdict verdict : verdicts) {
            if (verdict instanceof RowParsed parsed
                    && parsed.row() instanceof OpenPosition position
                    && position.detail() == Detail.SUMMARY) {
                summarised.add(new Day(parsed.account(), position.asOf()));
            }
        }
        return verdicts.stream().map(verdict -> judge(verdict, summarised)).toList();
    }

    private static RowVerdict judge(RowVerdict verdict, Set<Day> summarised) {
        return verdict instanceof RowParsed parsed
                        && parsed.row() instanceof OpenPosition position
                        && position.detail() == Detail.LOT
                        && summarised.contains(new Day(parsed.account(), position.asOf()))
                ? new RowIgnored(parsed.line(), parsed.lines(), REASON)
                : verdict;
    }

    private record Day(@Nullable AccountId account, LocalDate asOf) {}
}
