package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
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
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** The one way in for every source: the bytes go to the archive first, then the file's arrival is stored. */
public final class Intake {
    /** Two nodes may take the same file at once; one of them wins, the other sees it then. */
    private static final int TRIES = 3;

    private final Archive archive;
    private final FileStreams streams;
    private final TransactionManager transactions;
    private final Clock clock;

    public Intake(Archive archive, FileStreams streams, TransactionManager transactions, Clock clock) {
        this.archive = archive;
        this.streams = streams;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Receipt receive(Delivery delivery) {
        return receive(List.of(delivery)).getFirst();
    }

    /** Takes files in one transaction, and answers in their order. */
    public List<Receipt> receive(List<Delivery> deliveries) {
        List<FileId> files = keep(deliveries);
        for (int attempt = 1; ; attempt++) {
            try {
                return store(deliveries, files);
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
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
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(transactions);
        ResultMessage<List<Receipt>> result = work.executeWithResult(() -> {
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
        });
        if (result.optionalExceptionResult().orElse(null) instanceof RuntimeException refused) {
            throw refused; // the store refuses at the commit, which the unit of work answers as a result
        }
        return result.getPayload();
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
