package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The balances, one row a currency and day. */
final class CashTable implements SettledTable {

    @Override
    public String tableName() {
        return "transactions_cash";
    }

    @Override
    public String ownColumns() {
        return "currency, balance_on, balance, printed, printed_file, printed_line";
    }

    @Override
    public Stream<SettledRow> rows(Settlement settlement) {
        return settlement.cash().stream().map(CashTable::row);
    }

    private static SettledRow row(CashDay day) {
        CashDay.Printed printed = day.printed();
        return new SettledRow(
                day.currency() + " " + day.date(),
                Arrays.<@Nullable Object>asList(
                        day.currency().code(),
                        day.date(),
                        day.balance().value(),
                        printed == null ? null : printed.balance().value(),
                        printed == null ? null : printed.source().fileId().sha256(),
                        printed == null ? null : printed.source().line()));
    }

    static CashDay day(ResultSet result) throws SQLException {
        SettledColumns row = new SettledColumns(result);
        Amount printed = row.amount("printed");
        return new CashDay(
                row.account(),
                Objects.requireNonNull(row.currency("currency")),
                row.day("balance_on"),
                Objects.requireNonNull(row.amount("balance")),
                printed == null
                        ? null
                        : new CashDay.Printed(
                                printed,
                                new SourceRef(
                                        new FileId(row.required("printed_file")), result.getInt("printed_line"))));
    }
}
