package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.RowIgnored;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.OpenPosition.Detail;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps positions from being counted twice where a file states them whole and by lot. */
final class Lots {
    static final String REASON = "LOT: detail of a summary";

    private Lots() {}

    /** Passes over the lots of each account and day that has summaries; lots alone are the positions. */
    static List<RowVerdict> withoutDetailsOfSummaries(List<RowVerdict> verdicts) {
        Set<Day> summarised = verdicts.stream()
                .flatMap(verdict -> days(verdict, Detail.SUMMARY))
                .collect(Collectors.toUnmodifiableSet());
        return verdicts.stream()
                .map(verdict -> days(verdict, Detail.LOT).anyMatch(summarised::contains)
                        ? new RowIgnored(verdict.line(), verdict.lines(), verdict.span(), REASON)
                        : verdict)
                .toList();
    }

    /** The account and day of the position that the row states in that detail; a row states one at most. */
    private static Stream<Day> days(RowVerdict verdict, Detail detail) {
        return verdict instanceof RowParsed parsed
                ? parsed.facts().stream()
                        .filter(OpenPosition.class::isInstance)
                        .map(OpenPosition.class::cast)
                        .filter(position -> position.detail() == detail)
                        .map(position -> new Day(parsed.account(), position.asOf()))
                : Stream.empty();
    }

    private record Day(@Nullable AccountId account, LocalDate asOf) {}
}
