package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.cash.CashLedger;
import io.dividendsomatic.portfolio.ledger.lots.LotPosition;
import io.dividendsomatic.portfolio.transactions.settling.RecordedFiles.RecordedFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the comparison of an account's files rests on, by the month from which it counts: a file is compared by nothing
 * that counts from a month after its last day only. So two of them say from which month on files are to be compared
 * again.
 *
 * @param byMonth the sum of the hashes of everything that counts from that month on
 */
record ComparedInputs(SortedMap<YearMonth, Long> byMonth) {
    /** Of what counts for every file, such as which currencies there are at all. */
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    ComparedInputs {
        byMonth = new TreeMap<>(byMonth);
    }

    /** @param lastDays of the files, where a file has one */
    static ComparedInputs of(Settlement settlement, Iterable<RecordedFile> files, Map<FileId, LocalDate> lastDays) {
        ComparedInputs inputs = new ComparedInputs(new TreeMap<>());
        for (Booking booking : settlement.ledger().bookings()) {
            inputs.add(from(booking, lastDays), booking);
        }
        for (LotPosition position : settlement.told().positions().values()) {
            position.days().forEach(day -> inputs.add(day.date(), position.key() + " " + day));
            position.days().stream()
                    .findFirst()
                    .ifPresent(first -> inputs.add(first.date(), position.key() + " " + position.instrument()));
        }
        inputs.cash(settlement.ledger().cash());
        for (PrintedFigure figure : settlement.figures()) {
            LocalDate last = lastDays.get(figure.file());
            if (last != null) { // else it is compared whenever anything is
                inputs.add(last, figure);
            }
        }
        for (RecordedFile file : files) {
            LocalDate last = lastDays.get(file.file());
            if (last != null) {
                inputs.add(last, file.file() + " " + file.period());
            }
        }
        return inputs;
    }

    /** A file sums up what it tells itself, whatever the day of the booking. */
    private static LocalDate from(Booking booking, Map<FileId, LocalDate> lastDays) {
        return Stream.concat(
                        Stream.of(booking.date()),
                        booking.sources().stream()
                                .map(SourceRef::fileId)
                                .map(lastDays::get)
                                .filter(Objects::nonNull))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private void cash(CashLedger cash) {
        cash.currencies().forEach(currency -> add(ALWAYS, currency + " " + cash.opening(currency)));
        cash.entries()
                .values()
                .forEach(entries -> entries.forEach(entry -> add(entry.effect().date(), entry)));
    }

    private void add(LocalDate from, Object what) {
        byMonth.merge(YearMonth.from(from), hash(what.toString()), Long::sum);
    }

    private static long hash(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(sha.digest(text.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The first day from which anything differs; absent when nothing does. */
    Optional<LocalDate> firstDifference(ComparedInputs other) {
        TreeSet<YearMonth> months = new TreeSet<>(byMonth.keySet());
        months.addAll(other.byMonth.keySet());
        return months.stream()
                .filter(month -> !Objects.equals(byMonth.get(month), other.byMonth.get(month)))
                .findFirst()
                .map(month -> month.atDay(1));
    }

    String text() {
        return byMonth.entrySet().stream()
                .map(month -> month.getKey() + "=" + Long.toHexString(month.getValue()))
                .collect(Collectors.joining(" "));
    }

    static ComparedInputs parse(String text) {
        SortedMap<YearMonth, Long> byMonth = new TreeMap<>();
        Arrays.stream(text.split(" ", -1))
                .filter(month -> !month.isEmpty())
                .map(month -> month.split("=", 2))
                .forEach(month -> byMonth.put(YearMonth.parse(month[0]), Long.parseUnsignedLong(month[1], 16)));
        return new ComparedInputs(byMonth);
    }
}
