package io.dividendsomatic.app.holdings;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.events.RowCounts;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.StatementReader;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;

/** Files whose content is told to the reader instead of written down, so that a test chooses editions freely. */
@Primary
public final class ToldFiles implements StatementReader {
    private final Map<FileId, ToldFile> told = new ConcurrentHashMap<>();

    public Delivery deliver(ToldFile file) {
        told.put(file.id(), file);
        return new Delivery(FileSource.UPLOAD, file.name(), file.content(), null, null);
    }

    /** What the bytes of a file say from now on. */
    public void tellOtherwise(ToldFile file, ToldFile now) {
        told.put(file.id(), now);
    }

    @Override
    public List<FileEvent> read(FileArrived arrival, byte[] content) {
        ToldFile file = Objects.requireNonNull(told.get(arrival.file()));
        List<RowVerdict> rows = file.rows().stream()
                .<RowVerdict>map(row -> RowParsed.of(row.line(), 1, file.account(), row.row(), List.of()))
                .toList();
        FileParsed parsed = new FileParsed(
                arrival.file(),
                "told",
                1,
                "UTF-8",
                List.of(file.account()),
                false,
                null,
                file.edition(),
                new RowCounts(rows.size(), rows.size(), 0, 0),
                List.of(),
                new TreeMap<>(),
                List.of(),
                1);
        return List.of(new RowsParsed(arrival.file(), 1, rows), parsed);
    }
}
