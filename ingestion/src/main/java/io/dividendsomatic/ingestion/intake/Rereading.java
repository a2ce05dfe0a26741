package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.FileRestored;
import io.dividendsomatic.ingestion.events.FileRetracted;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.ingestion.intake.RetractionRefused.Code;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.ReferencePrice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the stored bytes of a file with what the program and its mappings know today. A reading that says something else
 * takes the place of the one before; one that says the same is not stored, nor is one that refuses the file.
 */
public final class Rereading {
    private final Archive archive;
    private final StatementReader reader;
    private final FileStreams streams;
    private final StreamWork work;

    public Rereading(Archive archive, StatementReader reader, FileStreams streams, StreamWork work) {
        this.archive = archive;
        this.reader = reader;
        this.streams = streams;
        this.work = work;
    }

    /** Keeps nothing. Throws RetractionRefused and RefusedReading. */
    public Reread rehearse(FileId file, @Nullable AccountId account) {
        return new Attempt(file, account).result();
    }

    /** Throws RetractionRefused and RefusedReading. */
    public Reread reread(FileId file, @Nullable AccountId account) {
        Attempt attempt = new Attempt(file, account);
        if (attempt.result().changed()) {
            work.inTransaction(() -> {
                if (streams.lastSequence(file).orElseThrow() != attempt.last) {
                    throw FileLife.underWay(); // something happened to the file meanwhile
                }
                streams.append(file, attempt.last, attempt.events());
                return true;
            });
        }
        return attempt.result();
    }

    /** One look at the bytes, beside what stands. */
    private final class Attempt {
        private final long last;
        private final FileArrived arrival;
        private final @Nullable FileParsed before;
        private final FileParsed after;
        private final List<RowVerdict> rowsBefore;
        private final List<RowsParsed> chunks = new ArrayList<>();

        Attempt(FileId file, @Nullable AccountId account) {
            last = streams.lastSequence(file).orElseThrow(() -> FileLife.unknown(file));
            refuse(streams.at(file, last));
            FileArrived first = streams.arrival(file);
            arrival = account == null ? first : ofAccount(first, account);
            before =
                    streams.reading(file, last).map(FileStreams.Reading::parsed).orElse(null);
            try (Stream<RowVerdict> rows = streams.rows(file)) {
                rowsBefore = rows.toList();
            }
            List<FileEvent> reading = reader.read(arrival, archive.read(file));
            reading.stream()
                    .filter(RowsParsed.class::isInstance)
                    .map(RowsParsed.class::cast)
                    .forEach(chunks::add);
            after = switch (reading.getLast()) {
                case FileParsed parsed -> parsed;
                case FileRejected rejected -> throw new RefusedReading(rejected.problem());
                default -> throw new IllegalStateException("a reading ends with FileParsed or FileRejected");
            };
        }

        Reread result() {
            List<RowVerdict> rows =
                    chunks.stream().flatMap(chunk -> chunk.rows().stream()).toList();
            if (before != null
                    && Stream.concat(rows.stream(), rowsBefore.stream()).anyMatch(Rereading::tellsPrice)) {
                throw new RetractionRefused(Code.PRICES, "Files of vendors' prices are not read anew.");
            }
            boolean changed = before == null || !rows.equals(rowsBefore) || !saysTheSame(before, after);
            return Reread.of(changed, rowsBefore, rows);
        }

        /** A file that was refused arrives again, and is read as any other. */
        List<FileEvent> events() {
            if (before == null) {
                return List.of(arrival);
            }
            List<FileEvent> events = new ArrayList<>(chunks);
            events.add(after.asReading(before.readingNumber() + 1));
            return events;
        }
    }

    private static boolean tellsPrice(RowVerdict verdict) {
        return verdict instanceof RowParsed row && row.facts().stream().anyMatch(ReferencePrice.class::isInstance);
    }

    private static boolean saysTheSame(FileParsed one, FileParsed other) {
        return one.accounts().equals(other.accounts())
                && one.accountGiven() == other.accountGiven()
                && one.edition().equals(other.edition())
                && Objects.equals(one.period(), other.period())
                && one.format().equals(other.format());
    }

    private static FileArrived ofAccount(FileArrived first, AccountId account) {
        return new FileArrived(
                first.file(),
                first.source(),
                first.name(),
                first.sizeBytes(),
                first.receivedAt(),
                account,
                first.mapping());
    }

    /** Throws RetractionRefused. */
    private static void refuse(FileEvent newest) {
        switch (newest) {
            case FileParsed parsed -> {}
            case FileRestored restored -> {}
            case FileRejected rejected -> {}
            case FileRetracted retracted ->
                throw new RetractionRefused(Code.RETRACTED, "The file was taken back. Restore it first.");
            case FileArrived underWay -> throw FileLife.underWay();
            case RowsParsed underWay -> throw FileLife.underWay();
        }
    }
}
