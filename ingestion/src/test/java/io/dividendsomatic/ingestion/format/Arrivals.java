package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files as they arrive in tests, and shortcuts to what became of them. */
final class Arrivals {
    static final AccountId GIVEN = AccountId.parse("ibkr:U0000009");

    private static final StatementFormats FORMATS = StatementFormats.builtIn();

    private Arrivals() {}

    static FileArrived arrival(String name, byte[] content, @Nullable AccountId account) {
        return new FileArrived(
                FileId.of(content), FileSource.UPLOAD, name, content.length, Instant.EPOCH, account, null);
    }

    static List<FileEvent> read(String name, byte[] content, @Nullable AccountId account) {
        return FORMATS.read(arrival(name, content, account), content);
    }

    static List<FileEvent> read(String text) {
        return read("file.csv", text.getBytes(StandardCharsets.UTF_8), GIVEN);
    }

    static FileParsed parsed(List<FileEvent> events) {
        return (FileParsed) events.getLast();
    }

    static FileRejected rejected(List<FileEvent> events) {
        return (FileRejected) events.getLast();
    }

    static List<RowVerdict> verdicts(List<FileEvent> events) {
        return events.stream()
                .filter(RowsParsed.class::isInstance)
                .flatMap(event -> ((RowsParsed) event).rows().stream())
                .toList();
    }

    /** What all accepted rows tell, in the file's order. */
    static Stream<StatementRow> facts(List<FileEvent> events) {
        return verdicts(events).stream()
                .filter(RowParsed.class::isInstance)
                .flatMap(verdict -> ((RowParsed) verdict).facts().stream());
    }

    /** The facts of one kind. */
    static <T extends StatementRow> Stream<T> facts(List<FileEvent> events, Class<T> kind) {
        return facts(events).filter(kind::isInstance).map(kind::cast);
    }
}
