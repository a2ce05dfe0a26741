package io.dividendsomatic.app.samples;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.ingestion.format.StatementFormats;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.ledger.RowView;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Cuts a file into overlapping pieces, as a broker does that is asked for other periods: a piece has all lines but the
 * bookings of days outside its own.
 */
final class Cuts {
    private final List<String> lines;
    private final SortedMap<Integer, LocalDate> days = new TreeMap<>();

    private Cuts(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            boolean wide = content.length > 1 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xFE;
            String text = new String(content, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
            lines = text.lines().toList();
            FileArrived arrival = new FileArrived(
                    FileId.of(content),
                    FileSource.UPLOAD,
                    file.getFileName().toString(),
                    content.length,
                    Instant.EPOCH,
                    Books.GIVEN,
                    null);
            StatementFormats.builtIn().read(arrival, content).stream()
                    .filter(RowsParsed.class::isInstance)
                    .flatMap(event -> ((RowsParsed) event).rows().stream())
                    .filter(RowParsed.class::isInstance)
                    .forEach(row -> note((RowParsed) row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(RowParsed row) {
        row.facts().stream()
                .map(Cuts::day)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(day -> {
                    for (int line = row.line(); line < row.line() + row.lines(); line++) {
                        days.put(line, day);
                    }
                });
    }

    /** Of what is booked; nothing of positions and totals. */
    private static Optional<LocalDate> day(StatementRow row) {
        try {
            return Optional.of(RowView.of(row).date());
        } catch (IllegalArgumentException booksNothing) {
            return Optional.empty();
        }
    }

    /** Pieces that together tell every day, and overlap by some days each. */
    static List<String> of(Path file, Random random) {
        Cuts cuts = new Cuts(file);
        List<LocalDate> all = List.copyOf(new TreeSet<>(cuts.days.values()));
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        while (begin < all.size()) {
            int end = Math.min(all.size(), begin + 1 + random.nextInt(all.size()));
            int overlap = Math.min(begin, random.nextInt(1 + all.size() / 4));
            pieces.add(cuts.piece(all.get(begin - overlap), all.get(end - 1)));
            begin = end;
        }
        return pieces;
    }

    private String piece(LocalDate from, LocalDate to) {
        StringBuilder text = new StringBuilder();
        for (int number = 1; number <= lines.size(); number++) {
            LocalDate day = days.get(number);
            if (day == null || (!day.isBefore(from) && !day.isAfter(to))) {
                text.append(lines.get(number - 1)).append('\n');
            }
        }
        return text.toString();
    }
}
