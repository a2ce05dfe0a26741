package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The bookings, one row a fact. */
final class BookingTable implements SettledTable {

    @Override
    public String tableName() {
        return "transactions_booking";
    }

    @Override
    public String ownColumns() {
        return "kind, booked_on, booked_at, place, settle_date, isin, told_isin, symbol, name, instrument, quantity, price, amount, currency,"
                + " counter_amount, counter_currency, fee, fee_currency, tax, tax_currency, settled, settled_currency,"
                + " fx_rate_to_base, costs_apart, stated_cost, stated_cost_currency, description, sources, told";
    }

    @Override
    public Stream<SettledRow> rows(Settlement settlement) {
        return settlement.bookings().stream().map(BookingTable::row);
    }

    private static SettledRow row(BookingLine line) {
        BookingFigures figures = line.figures();
        return new SettledRow(
                line.fact().value(),
                Arrays.<@Nullable Object>asList(
                        line.kind().name(),
                        line.date(),
                        line.time(),
                        line.place(),
                        figures.settleDate(),
                        Cells.of(line.isin()),
                        Cells.of(line.toldIsin()),
                        line.symbol(),
                        line.name(),
                        line.instrument() == null ? null : line.instrument().value(),
                        Cells.of(figures.quantity()),
                        Cells.of(figures.price()),
                        Cells.of(figures.amount()),
                        Cells.currencyOf(figures.amount()),
                        Cells.of(figures.counterAmount()),
                        Cells.currencyOf(figures.counterAmount()),
                        Cells.of(figures.fee()),
                        Cells.currencyOf(figures.fee()),
                        Cells.of(figures.tax()),
                        Cells.currencyOf(figures.tax()),
                        Cells.of(figures.settled()),
                        Cells.currencyOf(figures.settled()),
                        Cells.of(figures.rateToBase()),
                        PackedMoney.pack(figures.costsApart()),
                        Cells.of(figures.statedCost()),
                        Cells.currencyOf(figures.statedCost()),
                        line.description(),
                        PackedSources.pack(line.sources()),
                        Cells.facts(line.told())));
    }

    static BookingLine line(ResultSet result) throws SQLException {
        SettledColumns row = new SettledColumns(result);
        String instrument = row.text("instrument");
        return new BookingLine(
                row.account(),
                new FactId(row.required("row_key")),
                BookingKind.valueOf(row.required("kind")),
                row.day("booked_on"),
                result.getObject("booked_at", LocalTime.class),
                row.isin(),
                row.isin("told_isin"),
                row.text("symbol"),
                row.text("name"),
                instrument == null ? null : new InstrumentKey(instrument),
                new BookingFigures(
                        row.optionalDay("settle_date"),
                        row.quantity("quantity"),
                        row.price("price"),
                        row.money("amount", "currency"),
                        row.money("counter_amount", "counter_currency"),
                        row.money("fee", "fee_currency"),
                        row.money("tax", "tax_currency"),
                        row.money("settled", "settled_currency"),
                        row.rate("fx_rate_to_base"),
                        PackedMoney.unpack(row.text("costs_apart")),
                        row.money("stated_cost", "stated_cost_currency")),
                row.text("description"),
                row.sources(),
                Arrays.stream(row.required("told").split(",", -1))
                        .map(FactId::new)
                        .toList());
    }
}
