package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed;
import io.dividendsomatic.portfolio.events.SnapshotTold;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.events.TransactionsBooked.Booked;
import io.dividendsomatic.portfolio.instruments.Sighting.Wording;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.RowView;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.DividendAccrual;
import io.dividendsomatic.portfolio.statement.HoldingAfter;
import io.dividendsomatic.portfolio.statement.StatedGain;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what events call their instruments, one sighting a wording. */
final class Sightings {
    private final Map<Wording, Sighting> byWording = new LinkedHashMap<>();

    /** Where rows stand, and since when they are known. */
    private record Place(AccountId account, FileId file, Instant recordedAt) {}

    Collection<Sighting> all() {
        return byWording.values();
    }

    void see(InstrumentsDescribed event, Instant recordedAt) {
        Place place = new Place(event.account(), event.file(), recordedAt);
        event.instruments().forEach(said -> see(place, said.instrument(), null, null, said.line()));
    }

    void see(SnapshotTold event, Instant recordedAt) {
        Place place = new Place(event.account(), event.file(), recordedAt);
        Period day = new Period(event.asOf(), event.asOf());
        event.positions()
                .forEach(position -> see(
                        place,
                        position.instrument(),
                        position.currency(),
                        day,
                        position.lines().getFirst()));
    }

    void see(TransactionsBooked event, Instant recordedAt) {
        Place place = new Place(event.account(), event.file(), recordedAt);
        Stream.concat(event.booked().stream(), event.restated().stream()).forEach(booked -> see(place, booked));
    }

    private void see(Place place, Booked booked) {
        RowView row = RowView.of(booked.row());
        int line = booked.lines().getFirst();
        CurrencyCode currency = booked.row() instanceof Trade trade ? trade.currency() : null;
        see(place, row.instrument(), currency, day(row.date()), line);
        if (booked.row() instanceof CorporateAction action) {
            see(place, action.other(), null, day(row.date()), line);
        }
    }

    void see(FiguresPrinted event, Instant recordedAt) {
        Place place = new Place(event.account(), event.file(), recordedAt);
        event.rows().forEach(line -> see(place, line));
    }

    private void see(Place place, StatementLine printed) {
        StatementRow row = printed.row();
        switch (row) {
            case HoldingAfter holding -> see(place, holding.instrument(), null, day(holding.date()), printed.line());
            case StatedGain gain -> see(place, gain.instrument(), null, day(gain.sold()), printed.line());
            case DividendAccrual accrual -> see(place, accrual.instrument(), null, day(accrual.date()), printed.line());
            default -> {} // names no instrument
        }
    }

    private static @Nullable Period day(@Nullable LocalDate date) {
        return date == null ? null : new Period(date, date);
    }

    private void see(
            Place place,
            @Nullable Instrument instrument,
            @Nullable CurrencyCode currency,
            @Nullable Period days,
            int line) {
        if (instrument != null) {
            Sighting sighting = new Sighting(
                    place.account, instrument, currency, days, new SourceRef(place.file, line), place.recordedAt);
            byWording.merge(sighting.wording(), sighting, Sighting::and);
        }
    }
}
