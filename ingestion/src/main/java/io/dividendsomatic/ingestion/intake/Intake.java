package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.FileRestored;
import io.dividendsomatic.ingestion.events.FileRetracted;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The one way in for every source: the bytes go to the archive first, then the file's arrival is stored. */
public final class Intake {
    private final Archive archive;
    private final FileStreams streams;
    private final StreamWork work;
    private final Clock clock;

    public Intake(Archive archive, FileStreams streams, StreamWork work, Clock clock) {
        this.archive = archive;
        this.streams = streams;
        this.work = work;
        this.clock = clock;
    }

    public Receipt receive(Delivery delivery) {
        return receive(List.of(delivery)).getFirst();
    }

    /** Takes files in one transaction, and answers in their order. */
    public List<Receipt> receive(List<Delivery> deliveries) {
        List<FileId> files = keep(deliveries);
        return work.inTransaction(() -> store(deliveries, files));
    }

    private static FileId result(Future<FileId> kept) {
        return switch (kept.state()) {
            case SUCCESS -> kept.resultNow();
            default -> throw new IllegalStateException("a file could not be archived", kept.exceptionNow());
        };
    }

    /** All at once: the disk forces many small files in little more time than one. */
    private List<FileId> keep(List<Delivery> deliveries) {
        List<Future<FileId>> kept;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            kept = deliveries.stream()
                    .map(delivery -> threads.submit(() -> archive.keep(delivery.content())))
                    .toList();
        } // closing waits for all
        return kept.stream().map(Intake::result).toList();
    }

    private List<Receipt> store(List<Delivery> deliveries, List<FileId> files) {
        Set<FileId> taken = new HashSet<>();
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            FileId file = files.get(i);
            Receipt receipt = taken.contains(file) ? new Receipt.UnderWay(file) : store(deliveries.get(i), file);
            if (receipt instanceof Receipt.Taken) {
                taken.add(file);
            }
            receipts.add(receipt);
        }
        return receipts;
    }

    private Receipt store(Delivery delivery, FileId file) {
        OptionalLong last = streams.lastSequence(file);
        if (last.isPresent()) {
            FileEvent newest = streams.at(file, last.getAsLong());
            switch (newest) {
                case FileParsed parsed -> {
                    return known(delivery, parsed);
                }
                case FileArrived underWay -> {
                    return new Receipt.UnderWay(file);
                }
                case FileRestored restored -> {
                    return known(delivery, streams.reading(file).orElseThrow().parsed());
                }
                case FileRetracted retracted -> {
                    return new Receipt.Retracted(file);
                }
                case RowsParsed rows -> throw new IllegalStateException("rows end with their file: " + file);
                case FileRejected rejected -> {} // tried again below
            }
        }
        FileArrived arrived = delivery.arrival(file, clock.instant());
        streams.append(file, last.orElse(-1), List.of(arrived));
        return new Receipt.Taken(file);
    }

    private static Receipt known(Delivery delivery, FileParsed parsed) {
        boolean conflict = parsed.accountGiven()
                && delivery.account() != null
                && !parsed.accounts().contains(delivery.account());
        return conflict
                ? new Receipt.Conflict(parsed.file(), parsed.accounts().getFirst())
                : new Receipt.Known(parsed.file());
    }
}
