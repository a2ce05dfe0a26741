package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.source.Shelves.Failure;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Takes the files of a folder. A file stays there until the journal has finished it, so that a crash between any two
 * steps only means that it is offered again, is known, and is put away. New files are taken while earlier ones are still
 * being read. Not for several threads.
 */
public final class CsvDirectory implements StatementSource {
    /** Files in one transaction: a commit for each of many small files costs a third of the time. */
    private static final int FILES_A_BATCH = 20;

    /** Bytes in one batch, so that a batch of large files does not fill the memory; one file may have more. */
    private static final long BYTES_A_BATCH = 16L << 20;

    /** Files that were taken and are not finished: enough to keep every step busy. */
    private static final int MAX_UNDER_WAY = 500;

    private static final Duration REST = Duration.ofMillis(20);

    /** Rests in a row without any progress before the folder is looked at again: ten seconds. */
    private static final int MAX_RESTS = 500;

    private static final Logger LOG = LoggerFactory.getLogger(CsvDirectory.class);

    private final Path folder;
    private final Inbox inbox;
    private final Shelves shelves;
    private final long limit;
    private final Function<List<Delivery>, List<Receipt>> intake;
    private final Function<Collection<FileId>, List<ImportEntry>> journal;
    private final Map<FileId, List<Parcel>> underWay = new LinkedHashMap<>();
    private final Set<InboxFile> left = new HashSet<>();
    private Fetched fetched = Fetched.NOTHING;

    /**
     * @param intake takes files and answers in their order
     * @param journal gives the entries of those files that are finished
     */
    public CsvDirectory(
            Folders folders,
            InboxSettings settings,
            Clock clock,
            Function<List<Delivery>, List<Receipt>> intake,
            Function<Collection<FileId>, List<ImportEntry>> journal) {
        this.folder = folders.inbox();
        this.inbox = new Inbox(folders.inbox(), settings.quiet(), clock);
        this.shelves = new Shelves(folders.processed(), folders.failed());
        this.limit = settings.limit().toBytes();
        this.intake = intake;
        this.journal = journal;
    }

    /** Where files are found, and where they go. */
    public record Folders(Path inbox, Path processed, Path failed) {}

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public boolean available() {
        return Files.isReadable(folder);
    }

    @Override
    public Fetched fetch() {
        fetched = Fetched.NOTHING;
        Deque<InboxFile> waiting = newFiles();
        for (int rests = 0; !(waiting.isEmpty() && underWay.isEmpty()) && rests < MAX_RESTS; rests++) {
            boolean took = takeSome(waiting);
            boolean finished = putAwayFinished();
            if (took || finished) {
                rests = 0;
            } else if (!rest()) {
                break;
            }
        }
        return fetched;
    }

    private Deque<InboxFile> newFiles() {
        try {
            List<InboxFile> complete = inbox.complete();
            left.retainAll(Set.copyOf(complete));
            Deque<InboxFile> found = new ArrayDeque<>(complete);
            found.removeAll(left);
            underWay.values().stream().flatMap(List::stream).forEach(parcel -> found.remove(parcel.file()));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("the inbox cannot be read: " + folder, e);
        }
    }

    private boolean takeSome(Deque<InboxFile> waiting) {
        if (waiting.isEmpty() || underWay.size() >= MAX_UNDER_WAY) {
            return false;
        }
        Map<InboxFile, List<Delivery>> batch = new LinkedHashMap<>();
        for (long bytes = 0; batch.size() < FILES_A_BATCH && bytes < BYTES_A_BATCH && !waiting.isEmpty(); ) {
            InboxFile file = waiting.remove();
            List<Delivery> parts = read(file);
            bytes += parts.stream().mapToLong(part -> part.content().length).sum();
            if (!parts.isEmpty()) {
                batch.put(file, parts);
            }
        }
        List<Delivery> all = batch.values().stream().flatMap(List::stream).toList();
        Iterator<Receipt> receipts =
                all.isEmpty() ? Collections.emptyIterator() : intake.apply(all).iterator();
        batch.forEach((file, parts) ->
                taken(file, parts, parts.stream().map(part -> receipts.next()).toList()));
        return true;
    }

    /** What is in the file; nothing when it cannot be taken. */
    private List<Delivery> read(InboxFile file) {
        if (file.sizeBytes() > limit) {
            String message = "the file has %,d bytes; at most %,d are taken".formatted(file.sizeBytes(), limit);
            Failure failure = new Failure(null, ProblemCode.TOO_LARGE.name(), message, 0, List.of(), List.of());
            putAway(file, () -> shelves.putFailed(file, failure));
            fetched = fetched.plus(new Fetched(0, 0, 1));
            return List.of();
        }
        try {
            byte[] content = Files.readAllBytes(file.path());
            @Nullable AccountId account = file.account().orElse(null);
            return new Delivery(FileSource.DIRECTORY, file.name(), content, account, null).opened();
        } catch (IOException e) {
            leave(file, e);
            return List.of();
        }
    }

    private void taken(InboxFile file, List<Delivery> parts, List<Receipt> receipts) {
        if (receipts.stream().anyMatch(Receipt.UnderWay.class::isInstance)) {
            return; // a copy is being read: the file stays, and is offered again at the next look
        }
        Parcel parcel = new Parcel(file, parts.size());
        for (int i = 0; i < parts.size(); i++) {
            Receipt receipt = receipts.get(i);
            if (receipt instanceof Receipt.Conflict conflict) {
                String message = "these bytes were taken for " + conflict.first() + " and name no account themselves";
                parcel.refuse(parts.get(i), "ACCOUNT_CONFLICT", message);
                fetched = fetched.plus(new Fetched(0, 0, 1));
            } else if (receipt instanceof Receipt.Retracted) {
                parcel.refuse(parts.get(i), "RETRACTED", "these bytes were taken back; the journal can restore them");
                fetched = fetched.plus(new Fetched(0, 0, 1));
            } else {
                parcel.await(receipt.file(), parts.get(i));
                fetched = fetched.plus(receipt instanceof Receipt.Taken ? new Fetched(1, 0, 0) : new Fetched(0, 1, 0));
                underWay.computeIfAbsent(receipt.file(), unseen -> new ArrayList<>(1))
                        .add(parcel);
            }
        }
        putAwayIfComplete(parcel);
    }

    private boolean putAwayFinished() {
        List<ImportEntry> finished = underWay.isEmpty() ? List.of() : journal.apply(underWay.keySet());
        for (ImportEntry entry : finished) {
            List<Parcel> parcels = underWay.remove(entry.fileId());
            for (Parcel parcel : parcels == null ? List.<Parcel>of() : parcels) {
                parcel.finished(entry);
                putAwayIfComplete(parcel);
            }
        }
        return !finished.isEmpty();
    }

    private void putAwayIfComplete(Parcel parcel) {
        if (parcel.isComplete()) {
            putAway(parcel.file(), () -> parcel.putInto(shelves));
        }
    }

    private void putAway(InboxFile file, Move move) {
        try {
            if (file.isUnchanged()) {
                move.run();
            }
        } catch (IOException e) {
            leave(file, e);
        }
    }

    /** An inbox that cannot be written is fine: the file stays, and is offered again only when it has changed. */
    private void leave(InboxFile file, IOException cause) {
        LOG.atLevel(left.isEmpty() ? Level.WARN : Level.DEBUG)
                .log("{} stays in the inbox, as may others: {}", folder.relativize(file.path()), cause.toString());
        left.add(file);
    }

    private static boolean rest() {
        try {
            Thread.sleep(REST);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @FunctionalInterface
    private interface Move {
        void run() throws IOException;
    }
}
