package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.BaseCurrencyStated;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed;
import io.dividendsomatic.portfolio.events.RatesStated;
import io.dividendsomatic.portfolio.events.RatesStated.StatedRate;
import io.dividendsomatic.portfolio.events.SnapshotConfirmed;
import io.dividendsomatic.portfolio.events.SnapshotTold;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.events.StatementRestored;
import io.dividendsomatic.portfolio.events.StatementRetracted;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an account must remember to decide: which files it knows, and what they told, by content. */
final class AccountState {
    private boolean open;
    private final Map<FileId, Recorded> recorded = new HashMap<>();
    private final Map<LocalDate, List<ContentHash>> versions = new HashMap<>();
    private final Map<FactId, Fingerprint> booked = new HashMap<>();
    private final Tellers<Version> days = new Tellers<>();
    private final Tellers<Rate> rates = new Tellers<>();
    private final Tellers<Instrument> instruments = new Tellers<>();
    private final Tellers<FactId> bookings = new Tellers<>();
    private final Tellers<Fingerprint> figures = new Tellers<>();

    /** Whether what a file told counts. */
    private enum Standing {
        STANDS,
        RETRACTED,
        /** By another reading, which tells this account nothing. */
        REPLACED
    }

    private record Recorded(int reading, Standing standing) {
        Recorded as(Standing other) {
            return new Recorded(reading, other);
        }
    }

    private record Version(LocalDate asOf, int number) {}

    private List<Tellers<?>> all() {
        return List.of(days, rates, instruments, bookings, figures);
    }

    boolean isOpen() {
        return open;
    }

    boolean hasRecorded(FileId file) {
        return recorded.containsKey(file);
    }

    /** Which reading of the file was recorded, counted from 1; 0 when none was. */
    int readingOf(FileId file) {
        Recorded known = recorded.get(file);
        return known == null ? 0 : known.reading();
    }

    boolean stands(FileId file) {
        return is(file, Standing.STANDS);
    }

    boolean isRetracted(FileId file) {
        return is(file, Standing.RETRACTED);
    }

    private boolean is(FileId file, Standing standing) {
        Recorded known = recorded.get(file);
        return known != null && known.standing() == standing;
    }

    /** How many facts a standing file tells. */
    int toldBy(FileId file) {
        return all().stream().mapToInt(kind -> kind.toldBy(file)).sum();
    }

    /** How many of them no other standing file tells. */
    int toldOnlyBy(FileId file) {
        return all().stream().mapToInt(kind -> kind.toldOnlyBy(file)).sum();
    }

    /** The contents of a day that were told so far, also by files that count no more; the first is version 1. */
    List<ContentHash> versionsOf(LocalDate asOf) {
        return versions.getOrDefault(asOf, List.of());
    }

    /** Whether a standing file tells that version of a day. */
    boolean knows(LocalDate asOf, int version) {
        return days.knows(new Version(asOf, version));
    }

    boolean knows(StatedRate rate) {
        return rates.knows(Rate.of(rate));
    }

    boolean knows(Instrument instrument) {
        return instruments.knows(instrument);
    }

    /** Of a printed figure: whether an equal one is printed by another file. */
    boolean knows(StatementRow figure) {
        return figures.knows(Fingerprint.ofFigure(figure));
    }

    boolean hasBooked(FactId fact) {
        return bookings.knows(fact);
    }

    /** A fact is remembered with the row with which it was booked, whatever has been told of it since. */
    Memory memoryOf(FactId fact, StatementRow row) {
        Fingerprint first = booked.get(fact);
        return first == null ? Memory.NONE : first.equals(Fingerprint.of(row)) ? Memory.SAME : Memory.OTHER;
    }

    void evolve(AccountEvent event) {
        switch (event) {
            case AccountOpened opened -> open = true;
            case SnapshotTold told -> evolve(told);
            case RatesStated stated ->
                stated.rates().stream()
                        .filter(rate -> rate.occasion() == null)
                        .forEach(rate -> rates.tell(stated.file(), Rate.of(rate)));
            case InstrumentsDescribed described ->
                described.instruments().forEach(line -> instruments.tell(described.file(), line.instrument()));
            case TransactionsBooked told -> evolve(told);
            case FiguresPrinted printed ->
                printed.rows().forEach(line -> figures.tell(printed.file(), Fingerprint.ofFigure(line.row())));
            case StatementRecorded statement -> {
                int reading = statement.reading() == null ? 1 : statement.reading();
                recorded.put(statement.file(), new Recorded(reading, Standing.STANDS));
            }
            case StatementRetracted retracted -> evolve(retracted);
            case StatementRestored restored -> {
                all().forEach(kind -> kind.restore(restored.file()));
                stand(restored.file(), Standing.STANDS);
            }
            case BaseCurrencyStated stated -> {} // decides nothing here
        }
    }

    private void evolve(SnapshotTold told) {
        days.tell(told.file(), new Version(told.asOf(), told.version()));
        if (!(told instanceof SnapshotConfirmed)) {
            versions.computeIfAbsent(told.asOf(), day -> new ArrayList<>(1)).add(ContentHash.of(told.positions()));
        }
    }

    private void evolve(TransactionsBooked told) {
        told.booked().forEach(fact -> booked.put(fact.fact(), Fingerprint.of(fact.row())));
        told.booked().forEach(fact -> bookings.tell(told.file(), fact.fact()));
        told.retold().forEach(fact -> bookings.tell(told.file(), fact.fact()));
        told.restated().forEach(fact -> bookings.tell(told.file(), fact.fact()));
    }

    private void evolve(StatementRetracted retracted) {
        switch (retracted.cause()) {
            case FILE_RETRACTED -> {
                all().forEach(kind -> kind.withdraw(retracted.file()));
                stand(retracted.file(), Standing.RETRACTED);
            }
            case READ_ANEW -> {
                all().forEach(kind -> kind.forget(retracted.file()));
                stand(retracted.file(), Standing.REPLACED);
            }
        }
    }

    private void stand(FileId file, Standing standing) {
        recorded.computeIfPresent(file, (same, known) -> known.as(standing));
    }

    private record Rate(LocalDate date, CurrencyCode currency, FxRate rate) {
        static Rate of(StatedRate stated) {
            return new Rate(stated.date(), stated.currency(), stated.rate());
        }
    }
}
