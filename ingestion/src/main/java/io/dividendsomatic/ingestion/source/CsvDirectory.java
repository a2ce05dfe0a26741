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
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Takes the files of a folder and of those below it, in the order of {@link NamedDay}. A file stays there until the journal
 * has finished it, so that a crash between any two steps only means that it is offered again, is known, and is put away.
 * New files are taken while earlier ones are still being read. Not for several threads.
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

    /** Until files stand still, and those that may be cut do for longer. */
    private static final int MAX_WAITS = 2;

    private final String name;
    private final Path folder;
    private final Inbox inbox;
    private final Watching watching;
    private final FileEnds ends;
    private final Office office;
    private final Map<FileId, List<Parcel>> underWay = new LinkedHashMap<>();
    private final LeftFiles left;
    private Fetched fetched = Fetched.NOTHING;
    private volatile Progress progress = Progress.NONE;

    CsvDirectory(
            String name, Path folder, Watching watching, FileEnds ends, Clock clock, Office office, LeftFiles left) {
        this.left = left;
        this.name = name;
        this.folder = folder;
        this.inbox = new Inbox(folder, watching.quiet(), clock);
        this.watching = watching;
        this.ends = ends;
        this.office = office;
    }

    /**
     * How a folder is read.
     *
     * @param quiet how long a file must have stood still
     * @param limit the largest file that is taken
     */
    record Watching(Duration quiet, DataSize limit, FolderAccounts accounts) {}

    /** The intake, and the journal that tells what became of what was taken. */
    public interface Office {
        /** Answers in the order of the files. */
        List<Receipt> receive(List<Delivery> files);

        /** The entries of those files that are finished. */
        List<ImportEntry> completed(Collection<FileId> files);

        /** A later version of a file was read: where it goes on from the earlier one, that counts no more. */
        void replace(FileId earlier, FileId later);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean available() {
        return Files.isReadable(folder);
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public Fetched fetch() {
        fetched = Fetched.NOTHING;
        ends.putBack();
        Deque<InboxFile> waiting = newFiles();
        if (!waiting.isEmpty()) {
            progress = new Progress(0, waiting.size() + begun().size(), null);
        }
        for (int rests = 0; !(waiting.isEmpty() && underWay.isEmpty()) && rests < MAX_RESTS; rests++) {
            boolean took = takeSome(waiting);
            boolean finished = putAwayFinished();
            if (took || finished) {
                rests = 0;
            } else if (!rest(REST)) {
                break;
            }
        }
        return fetched;
    }

    @Override
    public Fetched fetchOnce() {
        Fetched all = fetch();
        for (int waits = 0; waits < MAX_WAITS && inbox.untilStill().isPositive(); waits++) {
            if (!rest(inbox.untilStill())) {
                break;
            }
            all = all.plus(fetch());
        }
        return all;
    }

    private Deque<InboxFile> newFiles() {
        try {
            List<InboxFile> complete = inbox.complete();
            left.keepOnly(complete);
            fetched = fetched.plus(new Fetched(0, 0, left.passedOver(inbox.passed())));
            List<InboxFile> found = new ArrayList<>(complete);
            Set<InboxFile> begun = begun();
            found.removeIf(file -> begun.contains(file) || left.has(file) || ends.isOver(file));
            found.sort(Comparator.comparing(InboxFile::below, NamedDay.ORDER));
            return new ArrayDeque<>(found);
        } catch (IOException e) {
            throw SourceFailed.passing("FOLDER_NOT_READ", "the folder cannot be read: " + folder, null, e);
        }
    }

    /** Those that were taken, and are still being read. */
    private Set<InboxFile> begun() {
        return underWay.values().stream()
                .flatMap(List::stream)
                .map(Parcel::file)
                .collect(Collectors.toSet());
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
        Iterator<Receipt> receipts = all.isEmpty()
                ? Collections.emptyIterator()
                : office.receive(all).iterator();
        batch.forEach((file, parts) ->
                taken(file, parts, parts.stream().map(part -> receipts.next()).toList()));
        return true;
    }

    /** What is in the file; nothing when it cannot be taken. */
    private List<Delivery> read(InboxFile file) {
        long limit = watching.limit().toBytes();
        if (file.sizeBytes() > limit) {
            String message = "the file has %,d bytes; at most %,d are taken".formatted(file.sizeBytes(), limit);
            Failure failure = new Failure(null, ProblemCode.TOO_LARGE.name(), message, 0, List.of(), List.of());
            putAway(file, () -> ends.refused(file, null, failure));
            fetched = fetched.plus(new Fetched(0, 0, 1));
            return List.of();
        }
        try {
            byte[] content = Files.readAllBytes(file.path());
            @Nullable AccountId account = watching.accounts().of(file.folder()).orElse(null);
            return new Delivery(FileSource.DIRECTORY, file.name(), content, account, null).opened();
        } catch (IOException e) {
            fetched = fetched.plus(new Fetched(0, 0, left.cannotBeRead(file, e) ? 1 : 0));
            isDone(file);
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
        List<ImportEntry> finished = underWay.isEmpty() ? List.of() : office.completed(underWay.keySet());
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
            Optional<FileId> earlier = ends.earlier(parcel.file());
            parcel.read()
                    .ifPresent(later -> earlier.filter(before -> !before.equals(later))
                            .ifPresent(before -> office.replace(before, later)));
            putAway(parcel.file(), () -> parcel.putInto(ends));
        }
    }

    private void putAway(InboxFile file, Move move) {
        try {
            if (file.isUnchanged()) {
                move.run();
            }
        } catch (IOException | InvalidPathException e) {
            left.cannotBePutAway(file, e);
        }
        isDone(file);
    }

    private void isDone(InboxFile file) {
        progress = new Progress(
                Math.min(progress.done() + 1, progress.total()),
                progress.total(),
                file.below().toString());
    }

    private static boolean rest(Duration time) {
        try {
            Thread.sleep(time);
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
