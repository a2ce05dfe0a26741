package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.reconciliation.Item;
import io.dividendsomatic.portfolio.ledger.reconciliation.ReconciliationLine;
import io.dividendsomatic.portfolio.ledger.reconciliation.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Every printed figure against ours, one row a line. */
final class ReconciliationTable implements SettledColumnsTable {

    @Override
    public String tableName() {
        return "transactions_reconciliation";
    }

    @Override
    public String ownColumns() {
        return "file_id, period_from, period_to, file_from, file_to, item, isin, symbol, name, currency, printed, ours,"
                + " difference, verdict, sources";
    }

    static SettledRow row(Comparison comparison) {
        ReconciliationLine line = comparison.line();
        Instrument instrument = line.instrument();
        return new SettledRow(
                comparison.key(),
                Arrays.<@Nullable Object>asList(
                        line.file().sha256(),
                        from(line.period()),
                        to(line.period()),
                        from(comparison.covered()),
                        to(comparison.covered()),
                        line.item().name(),
                        instrument == null ? null : Cells.of(instrument.isin()),
                        instrument == null ? null : instrument.symbol(),
                        instrument == null ? null : instrument.name(),
                        Cells.of(line.currency()),
                        Cells.of(line.printed()),
                        Cells.of(line.ours()),
                        Cells.of(line.difference()),
                        line.verdict().name(),
                        PackedSources.pack(line.sources())));
    }

    private static @Nullable LocalDate from(@Nullable Period period) {
        return period == null ? null : period.from();
    }

    private static @Nullable LocalDate to(@Nullable Period period) {
        return period == null ? null : period.to();
    }

    static Comparison line(ResultSet result) throws SQLException {
        SettledColumns row = new SettledColumns(result);
        return new Comparison(
                row.account(),
                period(row, "file_from", "file_to"),
                row.required("row_key"),
                new ReconciliationLine(
                        new FileId(row.required("file_id")),
                        period(row, "period_from", "period_to"),
                        Item.valueOf(row.required("item")),
                        instrument(row),
                        row.currency("currency"),
                        row.amount("printed"),
                        row.amount("ours"),
                        row.amount("difference"),
                        Verdict.valueOf(row.required("verdict")),
                        row.sources()));
    }

    private static @Nullable Period period(SettledColumns row, String from, String to) throws SQLException {
        LocalDate first = row.optionalDay(from);
        LocalDate last = row.optionalDay(to);
        return first == null || last == null ? null : new Period(first, last);
    }

    private static @Nullable Instrument instrument(SettledColumns row) throws SQLException {
        Isin isin = row.isin();
        String symbol = row.text("symbol");
        String name = row.text("name");
        return isin == null && symbol == null && name == null
                ? null
                : new Instrument(symbol, isin, name, null, null, null, null, null, null);
    }
}
