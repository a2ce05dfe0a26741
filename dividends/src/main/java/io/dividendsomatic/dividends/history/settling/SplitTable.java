package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.history.settling.AccountHistory.InstrumentSplit;
import io.dividendsomatic.dividends.income.Split;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.transactions.settling.SettledColumns;
import io.dividendsomatic.portfolio.transactions.settling.SettledColumnsTable;
import io.dividendsomatic.portfolio.transactions.settling.SettledRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** The splits of which files tell the ratio. */
final class SplitTable implements SettledColumnsTable {
    static final String NAME = "dividends_split";

    @Override
    public String tableName() {
        return NAME;
    }

    @Override
    public String ownColumns() {
        return "instrument, split_on, factor";
    }

    static List<SettledRow> rows(AccountHistory history) {
        return history.splits().stream()
                .map(told -> new SettledRow(
                        told.instrument() + " " + told.split().date() + " "
                                + told.split().factor().toPlainString(),
                        List.of(
                                told.instrument().value(),
                                told.split().date(),
                                told.split().factor())))
                .toList();
    }

    static InstrumentSplit split(ResultSet result) throws SQLException {
        SettledColumns row = new SettledColumns(result);
        Amount factor = Objects.requireNonNull(row.amount("factor"));
        return new InstrumentSplit(
                new InstrumentKey(row.required("instrument")), new Split(row.day("split_on"), factor.value()));
    }
}
