package io.dividendsomatic.dividends.history.projection;

import static io.dividendsomatic.dividends.history.projection.DividendsTable.ACCOUNT;
import static io.dividendsomatic.dividends.history.projection.DividendsTable.ACCRUAL;
import static io.dividendsomatic.dividends.history.projection.DividendsTable.EVENT;
import static io.dividendsomatic.dividends.history.projection.DividendsTable.FORECAST;
import static io.dividendsomatic.dividends.history.projection.DividendsTable.TELLING;

import io.dividendsomatic.dividends.events.ForecastMade;
import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.events.TransactionsBooked.Booked;
import io.dividendsomatic.portfolio.events.TransactionsBooked.Retold;
import io.dividendsomatic.portfolio.eventstore.EventJson;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.RowView;
import io.dividendsomatic.portfolio.projection.BulkInsert;
import io.dividendsomatic.portfolio.projection.PackedLines;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.DividendAccrual;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of one transaction. They depend on nothing but the events, so that a rebuild gives the same. A fact that is
 * told again in the same words is kept whatever it is about: only the event that booked it knows.
 */
final class DividendsRows {
    private static final JsonMapper MAPPER = EventJson.mapper();
    private static final ObjectWriter JSON = MAPPER.writerFor(StatementRow.class);
    private static final Set<BookingKind> KINDS = Set.of(
            BookingKind.DIVIDEND,
            BookingKind.PAYMENT_IN_LIEU,
            BookingKind.WITHHOLDING_TAX,
            BookingKind.CORPORATE_ACTION);

    /** More do not wait in memory for the end of a transaction: while everything is replayed, it holds whole decades. */
    private static final int MANY_ROWS = 5_000;

    private final int generation;
    private final Map<DividendsTable, List<@Nullable Object[]>> rows = new EnumMap<>(DividendsTable.class);

    DividendsRows(int generation) {
        this.generation = generation;
    }

    void account(AccountOpened event, Instant recordedAt) {
        add(ACCOUNT, generation, event.account().toString(), recordedAt);
    }

    /** In the order of the lists, so that each telling has its place. */
    void tellings(TransactionsBooked event, long number, Instant recordedAt) {
        int before = count(TELLING);
        int ordinal = 0;
        for (Booked booked : event.booked()) {
            telling(event, number, ordinal++, "BOOKED", booked, recordedAt);
        }
        for (Retold retold : event.retold()) {
            telling(event, number, ordinal++, "RETOLD", retold.fact(), retold.lines(), null, recordedAt);
        }
        for (Booked restated : event.restated()) {
            telling(event, number, ordinal++, "RESTATED", restated, recordedAt);
        }
        List<RowView> views = Stream.concat(event.booked().stream(), event.restated().stream())
                .map(told -> RowView.of(told.row()))
                .toList();
        event(
                event,
                event.file(),
                number,
                count(TELLING) - before,
                0,
                views.stream().map(RowView::date).max(Comparator.naturalOrder()).orElse(null),
                instruments(views),
                event.period(),
                recordedAt);
    }

    void forecast(ForecastMade event, Instant recordedAt) {
        add(
                FORECAST,
                generation,
                event.account().toString(),
                event.asOf(),
                event.until(),
                event.lines().size(),
                MAPPER.writeValueAsString(event.lines()),
                recordedAt);
    }

    private void telling(
            TransactionsBooked event, long number, int ordinal, String told, Booked booked, Instant recordedAt) {
        if (KINDS.contains(BookingKind.of(booked.row()))) {
            telling(event, number, ordinal, told, booked.fact(), booked.lines(), booked.row(), recordedAt);
        }
    }

    private void telling(
            TransactionsBooked event,
            long number,
            int ordinal,
            String told,
            FactId fact,
            List<Integer> lines,
            @Nullable StatementRow row,
            Instant recordedAt) {
        add(
                TELLING,
                generation,
                event.account().toString(),
                number,
                ordinal,
                fact.value(),
                told,
                event.file().sha256(),
                event.edition().statedAt(),
                event.edition().precedence(),
                PackedLines.pack(List.of(lines)),
                row == null ? null : JSON.writeValueAsString(row),
                recordedAt);
    }

    /** Those of other rows that tell an ISIN beside another name, each once. */
    private static @Nullable String instruments(List<RowView> views) {
        List<Instrument> named = views.stream()
                .filter(view -> !KINDS.contains(view.kind()))
                .flatMap(view -> Stream.ofNullable(view.instrument()))
                .filter(instrument ->
                        instrument.isin() != null && (instrument.symbol() != null || instrument.conid() != null))
                .map(DividendsRows::nameOnly)
                .distinct()
                .toList();
        return named.isEmpty() ? null : MAPPER.writeValueAsString(named);
    }

    private static Instrument nameOnly(Instrument instrument) {
        return new Instrument(
                instrument.symbol(),
                instrument.isin(),
                instrument.name(),
                instrument.conid(),
                null,
                null,
                null,
                null,
                null);
    }

    void accruals(FiguresPrinted event, long number, Instant recordedAt) {
        int before = count(ACCRUAL);
        int ordinal = 0;
        for (StatementLine line : event.rows()) {
            if (line.row() instanceof DividendAccrual accrual) {
                add(
                        ACCRUAL,
                        generation,
                        event.account().toString(),
                        number,
                        ordinal++,
                        event.file().sha256(),
                        line.line(),
                        JSON.writeValueAsString(accrual),
                        recordedAt);
            }
        }
        LocalDate until = event.rows().stream()
                .flatMap(line -> Stream.ofNullable(day(line.row())))
                .max(Comparator.naturalOrder())
                .orElse(null);
        event(event, event.file(), number, 0, count(ACCRUAL) - before, until, null, null, recordedAt);
    }

    /** An event that tells nothing itself, and changes what was told. */
    void told(AccountEvent event, long number, Instant recordedAt) {
        event(event, null, number, 0, 0, null, null, null, recordedAt);
    }

    private static @Nullable LocalDate day(StatementRow row) {
        return switch (row) {
            case DividendAccrual accrual -> accrual.date();
            case CashBalance balance -> balance.asOf();
            default -> null;
        };
    }

    private void event(
            AccountEvent event,
            @Nullable FileId file,
            long number,
            int tellings,
            int accruals,
            @Nullable LocalDate toldUntil,
            @Nullable String instruments,
            @Nullable Period spokenFor,
            Instant recordedAt) {
        add(
                EVENT,
                generation,
                event.account().toString(),
                number,
                tellings,
                accruals,
                toldUntil,
                instruments,
                recordedAt,
                file == null ? null : file.sha256(),
                spokenFor == null ? null : spokenFor.from(),
                spokenFor == null ? null : spokenFor.to());
    }

    private int count(DividendsTable table) {
        return rows.getOrDefault(table, List.of()).size();
    }

    private void add(DividendsTable table, @Nullable Object... row) {
        rows.computeIfAbsent(table, first -> new ArrayList<>()).add(row);
    }

    void flush(BulkInsert insert) {
        rows.forEach(insert::insert);
        rows.clear();
    }

    /** Between two events; their numbers and places do not depend on what has been written. */
    void flushWhenMany(BulkInsert insert) {
        if (count(TELLING) + count(ACCRUAL) >= MANY_ROWS) {
            flush(insert);
        }
    }
}
