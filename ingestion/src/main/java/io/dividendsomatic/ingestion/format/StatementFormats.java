package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.events.RowCounts;
import io.dividendsomatic.ingestion.format.ibkr.ActivityStatement;
import io.dividendsomatic.ingestion.format.ibkr.FlexPositions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The formats that are known, and the one way to read a file with them. */
public final class StatementFormats {
    private final List<StatementFormat> formats;

    public StatementFormats(List<StatementFormat> formats) {
        this.formats = formats.stream()
                .sorted(Comparator.comparingInt(StatementFormat::precedence).reversed())
                .toList();
    }

    public static StatementFormats builtIn() {
        return new StatementFormats(List.of(new ActivityStatement(), new FlexPositions()));
    }

    /** What the file becomes: {@code [RowsParsed*, FileParsed]}, or {@code [FileRejected]}. Never throws for its content. */
    public List<FileEvent> read(FileArrived arrival, byte[] content) {
        StatementFormat format = null;
        try {
            CsvTable table = CsvTable.of(SourceText.decode(content));
            format = recognise(table);
            return Conclusion.of(arrival, format, format.read(table));
        } catch (RefusedFile refused) {
            return List.of(rejected(arrival, format, refused));
        }
    }

    private StatementFormat recognise(CsvTable table) {
        List<StatementFormat> recognising =
                formats.stream().filter(format -> format.recognises(table)).toList();
        if (recognising.isEmpty()) {
            throw new RefusedFile(ProblemCode.UNKNOWN_FORMAT, "no known format has these first lines");
        }
        StatementFormat first = recognising.getFirst();
        List<StatementFormat> equals = recognising.stream()
                .filter(format -> format.precedence() == first.precedence())
                .toList();
        if (equals.size() > 1) {
            String names = equals.stream().map(StatementFormat::name).collect(Collectors.joining(" and "));
            throw new RefusedFile(ProblemCode.AMBIGUOUS_FORMAT, "the file can be read as " + names);
        }
        return first;
    }

    private static FileRejected rejected(FileArrived arrival, @Nullable StatementFormat format, RefusedFile refused) {
        return new FileRejected(
                arrival.file(),
                format == null ? null : format.name(),
                format == null ? null : format.parserVersion(),
                refused.problem(),
                RowCounts.NONE,
                List.of());
    }
}
