package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.events.RowCounts;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportEntry.Facts;
import io.dividendsomatic.ingestion.journal.ImportEntry.Status;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An intake and a journal in memory: a file that begins with {@code bad} is refused, {@code other} is a conflict;
 * one that begins with {@code copy} is under way when it is first offered. */
final class Office implements CsvDirectory.Office {
    final List<Delivery> deliveries = new ArrayList<>();
    final List<Integer> batches = new ArrayList<>();

    final List<String> replaced = new ArrayList<>();

    /** So many batches are taken, and the next one is not. */
    int cutAfter = Integer.MAX_VALUE;

    private final Set<FileId> offered = new HashSet<>();
    private final Map<FileId, Delivery> known = new LinkedHashMap<>();

    @Override
    public List<Receipt> receive(List<Delivery> batch) {
        if (batches.size() == cutAfter) {
            throw new IllegalStateException("cut");
        }
        batches.add(batch.size());
        return batch.stream().map(this::receive).toList();
    }

    private Receipt receive(Delivery delivery) {
        deliveries.add(delivery);
        FileId file = FileId.of(delivery.content());
        if (text(delivery).startsWith("other")) {
            return new Receipt.Conflict(file, AccountId.parse("ibkr:U0000001"));
        }
        if (text(delivery).startsWith("copy") && offered.add(file)) {
            return new Receipt.UnderWay(file);
        }
        return known.putIfAbsent(file, delivery) == null ? new Receipt.Taken(file) : new Receipt.Known(file);
    }

    @Override
    public List<ImportEntry> completed(Collection<FileId> files) {
        return files.stream()
                .flatMap(file -> Optional.ofNullable(known.get(file)).stream().map(found -> entry(file, found)))
                .toList();
    }

    private static ImportEntry entry(FileId file, Delivery delivery) {
        boolean bad = text(delivery).startsWith("bad");
        Problem problem = Problem.ofFile(ProblemCode.UNKNOWN_FORMAT, "nobody knows it");
        return new ImportEntry(
                file,
                delivery.name(),
                delivery.source(),
                delivery.content().length,
                Instant.parse("2026-02-03T04:05:06Z"),
                bad ? Status.REJECTED : Status.PARSED,
                null,
                null,
                null,
                List.of(),
                null,
                RowCounts.NONE,
                new Facts(0, 0),
                new TreeMap<>(),
                List.of(),
                bad ? List.of(problem) : List.of(),
                null);
    }

    @Override
    public void replace(FileId earlier, FileId later) {
        replaced.add(text(Objects.requireNonNull(known.get(earlier))) + " -> "
                + text(Objects.requireNonNull(known.get(later))));
    }

    AccountId accountOf(String name) {
        return Objects.requireNonNull(deliveries.stream()
                .filter(delivery -> delivery.name().equals(name))
                .findFirst()
                .orElseThrow()
                .account());
    }

    Set<FileId> known() {
        return known.keySet();
    }

    List<String> names() {
        return deliveries.stream().map(Delivery::name).toList();
    }

    private static String text(Delivery delivery) {
        return new String(delivery.content(), StandardCharsets.UTF_8);
    }
}
