package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.BaseCurrencyStated;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed;
import io.dividendsomatic.portfolio.events.RatesStated;
import io.dividendsomatic.portfolio.events.RatesStated.StatedRate;
import io.dividendsomatic.portfolio.events.SnapshotConfirmed;
import io.dividendsomatic.portfolio.events.SnapshotCorrected;
import io.dividendsomatic.portfolio.events.SnapshotTaken;
import io.dividendsomatic.portfolio.events.StatementRecorded;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an account must remember to decide: which files it knows, and what they told, by content. */
final class AccountState {
    private boolean open;
    private final Set<FileId> recorded = new HashSet<>();
    private final Map<LocalDate, List<ContentHash>> versions = new HashMap<>();
    private final Set<Rate> rates = new HashSet<>();
    private final Set<Instrument> instruments = new HashSet<>();
    private final Map<FactId, Fingerprint> booked = new HashMap<>();
    private final Set<Fingerprint> figures = new HashSet<>();

    boolean isOpen() {
        return open;
    }

    boolean hasRecorded(FileId file) {
        return recorded.contains(file);
    }

    /** The contents of a day that were told so far; the first is version 1. */
    List<ContentHash> versionsOf(LocalDate asOf) {
        return versions.getOrDefault(asOf, List.of());
    }

    boolean knows(StatedRate rate) {
        return rates.contains(Rate.of(rate));
    }

    boolean knows(Instrument instrument) {
        return instruments.contains(instrument);
    }

    /** Of a printed figure: whether an equal one was printed before. */
    boolean knows(StatementRow figure) {
        return figures.contains(Fingerprint.ofFigure(figure));
    }

    boolean hasBooked(FactId fact) {
        return booked.containsKey(fact);
    }

    /** A fact is remembered with the row with which it was booked, whatever has been told of it since. */
    Memory memoryOf(FactId fact, StatementRow row) {
        Fingerprint first = booked.get(fact);
        return first == null ? Memory.NONE : first.equals(Fingerprint.of(row)) ? Memory.SAME : Memory.OTHER;
    }

    void evolve(AccountEvent event) {
        switch (event) {
            case AccountOpened opened -> open = true;
            case SnapshotTaken taken -> add(taken.asOf(), ContentHash.of(taken.positions()));
            case SnapshotCorrected corrected -> add(corrected.asOf(), ContentHash.of(corrected.positions()));
            case RatesStated stated ->
                stated.rates().stream()
                        .filter(rate -> rate.occasion() == null)
                        .forEach(rate -> rates.add(Rate.of(rate)));
            case InstrumentsDescribed described ->
                described.instruments().forEach(line -> instruments.add(line.instrument()));
            case TransactionsBooked told ->
                told.booked().forEach(fact -> booked.put(fact.fact(), Fingerprint.of(fact.row())));
            case FiguresPrinted printed ->
                printed.rows().forEach(line -> figures.add(Fingerprint.ofFigure(line.row())));
            case StatementRecorded statement -> recorded.add(statement.file());
            case SnapshotConfirmed confirmed -> {} // its content is known
            case BaseCurrencyStated stated -> {} // decides nothing here
        }
    }

    private void add(LocalDate asOf, ContentHash content) {
        versions.computeIfAbsent(asOf, day -> new ArrayList<>(1)).add(content);
    }

    private record Rate(LocalDate date, CurrencyCode currency, FxRate rate) {
        static Rate of(StatedRate stated) {
            return new Rate(stated.date(), stated.currency(), stated.rate());
        }
    }
}
