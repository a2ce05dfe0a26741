package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.eventstore.EventJson;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/** The positions of derived days, one row a change. */
final class PositionDayTable implements SettledColumnsTable {
    private static final ObjectWriter WRITER = EventJson.mapper().writerFor(Instrument.class);
    private static final ObjectReader READER = EventJson.mapper().readerFor(Instrument.class);

    @Override
    public String tableName() {
        return "transactions_position_day";
    }

    @Override
    public String ownColumns() {
        return "position, currency, isin, symbol, name, instrument, held_on, until_day, since_day, from_report,"
                + " change_units, quantity, cost, costs_apart, missing, sources";
    }

    static Stream<SettledRow> rows(DerivedDays derived) {
        return derived.lines().stream().map(PositionDayTable::row);
    }

    private static SettledRow row(PositionLine line) {
        Instrument instrument = line.instrument();
        return new SettledRow(
                line.position() + " " + line.date(),
                Arrays.<@Nullable Object>asList(
                        line.position(),
                        Cells.of(line.key().currency()),
                        Cells.of(instrument.isin()),
                        instrument.symbol(),
                        instrument.name(),
                        WRITER.writeValueAsString(instrument),
                        line.date(),
                        line.until(),
                        line.since(),
                        line.fromReport(),
                        line.change().value(),
                        line.quantity().value(),
                        Cells.of(line.cost()),
                        PackedMoney.pack(line.costsApart()),
                        line.missing().value(),
                        PackedSources.pack(line.sources())));
    }

    static PositionLine line(ResultSet result) throws SQLException {
        SettledColumns row = new SettledColumns(result);
        return new PositionLine(
                row.account(),
                key(row),
                READER.readValue(row.required("instrument")),
                row.day("held_on"),
                row.day("until_day"),
                row.day("since_day"),
                result.getBoolean("from_report"),
                Objects.requireNonNull(row.quantity("change_units")),
                Objects.requireNonNull(row.quantity("quantity")),
                row.amount("cost"),
                PackedMoney.unpack(row.text("costs_apart")),
                Objects.requireNonNull(row.quantity("missing")),
                row.sources());
    }

    private static PositionKey key(SettledColumns row) throws SQLException {
        String position = row.required("position");
        return new PositionKey(
                new InstrumentKey(position.substring(0, position.lastIndexOf(' '))), row.currency("currency"));
    }

    /** Reads rows of many days, in which the same positions come again: what is equal is in memory once. */
    static final class Changes {
        private final Map<PositionKey, PositionKey> keys = new HashMap<>();
        private final Map<String, Instrument> instruments = new HashMap<>();

        PositionChange change(ResultSet result) throws SQLException {
            SettledColumns row = new SettledColumns(result);
            PositionKey key = key(row);
            return new PositionChange(
                    keys.computeIfAbsent(key, first -> key),
                    instruments.computeIfAbsent(row.required("instrument"), READER::readValue),
                    row.day("held_on"),
                    Objects.requireNonNull(row.quantity("quantity")),
                    row.amount("cost"),
                    Objects.requireNonNull(row.quantity("missing")));
        }
    }
}
