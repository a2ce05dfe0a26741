package io.dividendsomatic.app.bench;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.format.StatementFormats;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.time.Instant;
import java.util.List;

/** How fast a reader turns a file's bytes into rows in the domain's words, with no database and no disk. */
final class ReaderSpeed {
    static final int ROWS = 100_000;
    private static final int ROUNDS = 5;

    private ReaderSpeed() {}

    /** The fastest of some rounds, as {@code rows/s, MB/s}; the slower ones are the JVM's warming up. */
    static String measure(BrokerFile file, int asked) {
        int rows = asked / file.share();
        byte[] content = file.content(rows);
        StatementFormats formats = StatementFormats.builtIn();
        FileArrived arrival = new FileArrived(
                FileId.of(content),
                FileSource.UPLOAD,
                "file",
                content.length,
                Instant.EPOCH,
                AccountId.parse("bench:1"),
                null);
        long fastest = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            List<FileEvent> events = formats.read(arrival, content);
            fastest = Math.min(fastest, System.nanoTime() - begin);
            if (!(events.getLast() instanceof FileParsed parsed)
                    || parsed.rows().parsed() < rows) {
                throw new IllegalStateException(file.reader() + " not read: " + events.getLast());
            }
        }
        return "%,d rows/s, %,d MB/s".formatted(rows * 1_000_000_000L / fastest, content.length * 1_000L / fastest);
    }
}
