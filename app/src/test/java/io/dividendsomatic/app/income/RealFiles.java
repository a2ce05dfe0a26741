package io.dividendsomatic.app.income;

import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.app.samples.Samples;
import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.ingestion.format.StatementFormats;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What real files say, told of an account that a test chooses. */
final class RealFiles {
    private static final StatementFormats FORMATS = StatementFormats.builtIn();

    private RealFiles() {}

    /** The files of a folder of samples whose names contain that. */
    static List<ToldFile> in(String folder, String name, AccountId account) throws IOException {
        List<ToldFile> told = new ArrayList<>();
        for (Path file : Samples.in(folder)) {
            if (file.getFileName().toString().contains(name)) {
                told.add(told(file, account));
            }
        }
        return told;
    }

    private static ToldFile told(Path file, AccountId account) throws IOException {
        byte[] content = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        List<FileEvent> events = FORMATS.read(
                new FileArrived(
                        FileId.of(content), FileSource.DIRECTORY, name, content.length, Instant.EPOCH, account, null),
                content);
        List<StatementLine> lines = new ArrayList<>();
        for (FileEvent event : events) {
            if (event instanceof RowsParsed chunk) {
                chunk.rows().stream()
                        .filter(RowParsed.class::isInstance)
                        .flatMap(row -> ((RowParsed) row).facts().stream())
                        .forEach(fact -> lines.add(new StatementLine(lines.size() + 1, fact)));
            }
        }
        return new ToldFile(account, name, ((FileParsed) events.getLast()).edition(), lines);
    }
}
