package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.FileRejected.Attempt;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.events.RowCounts;
import io.dividendsomatic.ingestion.events.RowIgnored;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowRejected;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.statement.Edition;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what a format read into the events of the file: whose rows they are, which count, and how many. */
final class Conclusion {
    private static final Problem NO_ROW = Problem.ofFile(ProblemCode.NO_ROW_ACCEPTED, "no row could be taken");

    private final FileArrived arrival;
    private final StatementFormat format;
    private final Charset encoding;

    private Conclusion(FileArrived arrival, StatementFormat format, Charset encoding) {
        this.encoding = encoding;
        this.arrival = arrival;
        this.format = format;
    }

    /** Reads the file. A table without rows is a statement that says nothing, as on a day without trades. */
    static List<FileEvent> of(FileArrived arrival, StatementFormat format, Document document) {
        return new Conclusion(arrival, format, document.text(format.dialect()).encoding())
                .conclude(format.read(document));
    }

    private List<FileEvent> conclude(Reading reading) {
        if (isUnreadable(reading.verdicts())) {
            return rejected(reading, reading.verdicts(), NO_ROW);
        }
        Optional<AccountNaming> named = AccountNaming.of(arrival, reading.verdicts());
        if (named.isEmpty()) {
            return rejected(reading, reading.verdicts(), AccountNaming.UNKNOWN);
        }
        AccountNaming naming = named.get();
        List<RowVerdict> verdicts = Lots.withoutDetailsOfSummaries(
                reading.verdicts().stream().map(naming::attribute).toList());
        if (isUnreadable(verdicts)) {
            return rejected(reading, verdicts, NO_ROW);
        }
        List<FileEvent> events = new ArrayList<>(chunks(verdicts));
        events.add(parsed(reading, naming, verdicts, events.size()));
        return List.copyOf(events);
    }

    /** Whether rows were refused and none was taken. */
    private static boolean isUnreadable(List<RowVerdict> verdicts) {
        RowCounts counts = counts(verdicts);
        return counts.parsed() == 0 && counts.rejected() > 0;
    }

    private List<RowsParsed> chunks(List<RowVerdict> verdicts) {
        List<RowsParsed> chunks = new ArrayList<>();
        for (int begin = 0; begin < verdicts.size(); begin += RowsParsed.MAX_ROWS) {
            int end = Math.min(begin + RowsParsed.MAX_ROWS, verdicts.size());
            chunks.add(new RowsParsed(arrival.file(), format.parserVersion(), verdicts.subList(begin, end)));
        }
        return chunks;
    }

    private FileParsed parsed(Reading reading, AccountNaming naming, List<RowVerdict> verdicts, int chunks) {
        Period period = reading.period() != null ? reading.period() : FactDays.period(verdicts);
        return new FileParsed(
                arrival.file(),
                format.name(),
                format.parserVersion(),
                encoding.name(),
                List.copyOf(naming.accounts()),
                naming.given(),
                period,
                new Edition(statedAt(reading, period), format.precedence()),
                counts(verdicts),
                reading.drift(),
                ignored(verdicts),
                problems(verdicts),
                chunks);
    }

    /** With every row, so that a person sees what is wrong with each, or what it would tell if it were taken. */
    private List<FileEvent> rejected(Reading reading, List<RowVerdict> verdicts, Problem problem) {
        List<FileEvent> events = new ArrayList<>(chunks(verdicts));
        events.add(new FileRejected(
                arrival.file(),
                format.name(),
                format.parserVersion(),
                problem,
                counts(verdicts),
                problems(verdicts),
                new Attempt(encoding.name(), reading.drift(), ignored(verdicts), events.size())));
        return List.copyOf(events);
    }

    /** A statement of no known time is older than any other. */
    private static Instant statedAt(Reading reading, @Nullable Period period) {
        return Optional.ofNullable(reading.statedAt())
                .or(() -> Optional.ofNullable(period)
                        .map(days -> days.to()
                                .plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()))
                .orElse(Instant.EPOCH);
    }

    private static RowCounts counts(List<RowVerdict> verdicts) {
        int parsed = 0;
        int rejected = 0;
        int ignored = 0;
        for (RowVerdict verdict : verdicts) {
            switch (verdict) {
                case RowParsed p -> parsed++;
                case RowRejected r -> rejected++;
                case RowIgnored i -> ignored++;
            }
        }
        return new RowCounts(verdicts.size(), parsed, rejected, ignored);
    }

    private static SortedMap<String, Integer> ignored(List<RowVerdict> verdicts) {
        SortedMap<String, Integer> reasons = new TreeMap<>();
        for (RowVerdict verdict : verdicts) {
            if (verdict instanceof RowIgnored ignored) {
                reasons.merge(ignored.reason(), 1, Integer::sum);
            }
        }
        return reasons;
    }

    private static List<Problem> problems(List<RowVerdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> switch (verdict) {
                    case RowParsed parsed -> parsed.flags().stream();
                    case RowRejected rejected -> Stream.of(rejected.problem());
                    case RowIgnored ignored -> Stream.empty();
                })
                .limit(FileParsed.MAX_PROBLEMS)
                .toList();
    }
}
