package io.dividendsomatic.portfolio.transactions.projection;

import static io.dividendsomatic.portfolio.transactions.projection.TransactionsTable.ACCOUNT;
import static io.dividendsomatic.portfolio.transactions.projection.TransactionsTable.EVENT;
import static io.dividendsomatic.portfolio.transactions.projection.TransactionsTable.FIGURE;
import static io.dividendsomatic.portfolio.transactions.projection.TransactionsTable.FILE;
import static io.dividendsomatic.portfolio.transactions.projection.TransactionsTable.TELLING;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.events.TransactionsBooked.Booked;
import io.dividendsomatic.portfolio.events.TransactionsBooked.Retold;
import io.dividendsomatic.portfolio.eventstore.EventJson;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.RowView;
import io.dividendsomatic.portfolio.projection.BulkInsert;
import io.dividendsomatic.portfolio.projection.PackedLines;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;

/** The rows of one transaction. They depend on nothing but the events, so that a rebuild gives the same. */
final class TransactionsRows {
    private static final ObjectWriter JSON = EventJson.mapper().writerFor(StatementRow.class);

    private final int generation;
    private final Map<TransactionsTable, List<@Nullable Object[]>> rows = new EnumMap<>(TransactionsTable.class);

    TransactionsRows(int generation) {
        this.generation = generation;
    }

    void account(AccountOpened event, Instant recordedAt) {
        add(ACCOUNT, generation, event.account().toString(), recordedAt);
    }

    void file(StatementRecorded event, long number, Instant recordedAt) {
        Period period = event.period();
        add(
                FILE,
                generation,
                event.account().toString(),
                event.file().sha256(),
                number,
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                recordedAt);
    }

    /** In the order of the lists, so that each telling has its place. */
    void tellings(TransactionsBooked event, long number, Instant recordedAt) {
        int all =
                event.booked().size() + event.retold().size() + event.restated().size();
        event(event, number, all, transfers(event), 0, event.period(), recordedAt);
        int ordinal = 0;
        for (Booked booked : event.booked()) {
            telling(event, number, ordinal++, "BOOKED", booked.fact(), booked.lines(), booked.row(), recordedAt);
        }
        for (Retold retold : event.retold()) {
            telling(event, number, ordinal++, "RETOLD", retold.fact(), retold.lines(), null, recordedAt);
        }
        for (Booked restated : event.restated()) {
            telling(
                    event,
                    number,
                    ordinal++,
                    "RESTATED",
                    restated.fact(),
                    restated.lines(),
                    restated.row(),
                    recordedAt);
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
        RowView view = row == null ? null : RowView.of(row);
        add(
                TELLING,
                generation,
                event.account().toString(),
                number,
                ordinal,
                fact.value(),
                told,
                view == null ? null : view.kind().name(),
                view == null ? null : view.date(),
                event.file().sha256(),
                event.edition().statedAt(),
                event.edition().precedence(),
                PackedLines.pack(List.of(lines)),
                row == null ? null : JSON.writeValueAsString(row),
                recordedAt);
    }

    /** An event that tells nothing itself, and changes what was told. */
    void told(AccountEvent event, long number, Instant recordedAt) {
        event(event, number, 0, 0, 0, null, recordedAt);
    }

    /** Of the retold ones it is known since they were booked. */
    private static int transfers(TransactionsBooked event) {
        return (int) Stream.concat(event.booked().stream(), event.restated().stream())
                .filter(told -> told.row() instanceof Transfer)
                .count();
    }

    private void event(
            AccountEvent event,
            long number,
            int tellings,
            int transfers,
            int figures,
            @Nullable Period period,
            Instant recordedAt) {
        add(
                EVENT,
                generation,
                event.account().toString(),
                number,
                tellings,
                transfers,
                figures,
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                recordedAt);
    }

    void figures(FiguresPrinted event, long number, Instant recordedAt) {
        event(event, number, 0, 0, event.rows().size(), null, recordedAt);
        int ordinal = 0;
        for (StatementLine line : event.rows()) {
            add(
                    FIGURE,
                    generation,
                    event.account().toString(),
                    line.row().getClass().getSimpleName(),
                    number,
                    ordinal++,
                    event.file().sha256(),
                    event.edition().statedAt(),
                    event.edition().precedence(),
                    line.line(),
                    JSON.writeValueAsString(line.row()),
                    recordedAt);
        }
    }

    private void add(TransactionsTable table, @Nullable Object... row) {
        rows.computeIfAbsent(table, first -> new ArrayList<>()).add(row);
    }

    void flush(BulkInsert insert) {
        rows.forEach(insert::insert);
    }
}
