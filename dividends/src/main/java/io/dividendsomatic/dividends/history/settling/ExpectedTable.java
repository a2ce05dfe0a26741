package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.matching.ExpectedPayment;
import io.dividendsomatic.dividends.matching.PerShare;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.transactions.settling.Cells;
import io.dividendsomatic.portfolio.transactions.settling.PackedSources;
import io.dividendsomatic.portfolio.transactions.settling.SettledColumns;
import io.dividendsomatic.portfolio.transactions.settling.SettledColumnsTable;
import io.dividendsomatic.portfolio.transactions.settling.SettledRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The payments that brokers expect or expected. */
final class ExpectedTable implements SettledColumnsTable {
    static final String NAME = "dividends_expected";

    @Override
    public String tableName() {
        return NAME;
    }

    @Override
    public String ownColumns() {
        return "isin, symbol, name, conid, instrument, ex_date, pay_date, currency, per_share, per_share_currency,"
                + " per_share_origin, quantity, gross, tax_rate, since, still_open, taken_off, sources";
    }

    static List<SettledRow> rows(AccountHistory history) {
        return history.expected().stream().map(ExpectedTable::row).toList();
    }

    private static SettledRow row(ExpectedPayment expected) {
        Instrument instrument = expected.instrument();
        PerShare rate = expected.rate();
        return new SettledRow(
                key(expected),
                Arrays.<@Nullable Object>asList(
                        Cells.of(instrument.isin()),
                        instrument.symbol(),
                        instrument.name(),
                        instrument.conid(),
                        expected.key().value(),
                        expected.exDate(),
                        expected.payDate(),
                        expected.currency().code(),
                        rate == null ? null : rate.amount().value(),
                        rate == null ? null : rate.currency().code(),
                        rate == null ? null : rate.origin().name(),
                        Cells.of(expected.quantity()),
                        Cells.of(expected.gross()),
                        expected.taxRate(),
                        expected.since(),
                        expected.open(),
                        expected.takenOff(),
                        PackedSources.pack(expected.sources())));
    }

    /** What one expectation is told apart by, and where it is printed: its lines are in no other. */
    private static String key(ExpectedPayment expected) {
        return FactId.of("%s\n%s\n%s\n%s"
                        .formatted(
                                expected.key(),
                                expected.payDate(),
                                expected.exDate(),
                                PackedSources.pack(expected.sources())))
                .value();
    }

    static ExpectedPayment expected(ResultSet result) throws SQLException {
        SettledColumns row = new SettledColumns(result);
        return new ExpectedPayment(
                row.account(),
                Objects.requireNonNull(PaymentTable.instrument(row)),
                new InstrumentKey(row.required("instrument")),
                row.optionalDay("ex_date"),
                row.optionalDay("pay_date"),
                PaymentTable.currency(row, "currency"),
                PaymentTable.perShare(row),
                row.quantity("quantity"),
                row.amount("gross"),
                PaymentTable.decimal(row, "tax_rate"),
                row.optionalDay("since"),
                result.getBoolean("still_open"),
                row.optionalDay("taken_off"),
                row.sources());
    }
}
