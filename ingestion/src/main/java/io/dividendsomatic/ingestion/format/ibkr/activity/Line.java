package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of a statement under the header of its table. */
record Line(Section section, CsvRow row, Tables.Table table, Context context) {
    /** Days, alone or with a time behind them: what tells the day of a row may stand in a column of times. */
    private static final DateStyle DAYS = DateStyle.of(
            "uuuu-MM-dd",
            "uuuuMMdd",
            "uuuu-MM-dd, HH:mm:ss",
            "uuuu-MM-dd HH:mm:ss",
            "uuuu-MM-dd;HHmmss",
            "uuuuMMdd;HHmmss");

    /** The columns that can tell on which day money moved, the most exact first. */
    private static final List<String> DATES = List.of("SettleDate", "ValueDate", "Date", "DateTime", "ReportDate");

    /** The row's cells, strictly read. Throws RefusedRow when they do not fit the columns. */
    Cells cells() {
        return new Cells(row, table.header(), NumberStyle.DOT, DAYS);
    }

    boolean has(String column) {
        return table.header().has(column);
    }

    /** The cell as it stands there; empty where the table has no such column. */
    String cell(String column) {
        return table.header().cell(row, column);
    }

    /** The first cell of the table. */
    String first() {
        return row.cell(2);
    }

    /** Whether it is a row of data, and no sum by its kind. */
    boolean isData() {
        return row.cell(1).equals("Data");
    }

    boolean isRagged() {
        return table.header().isRagged(row);
    }

    /** The code of the row's asset class in Flex queries, or its name. */
    @Nullable
    String assetClass() {
        String name = cell("AssetClass");
        return name.isEmpty() ? null : context.language().assetClass(name);
    }

    /** The name of a column as the file writes it. */
    String label(String column) {
        return table.header().label(column);
    }

    /** The section's name as the file writes it. */
    String sectionName() {
        return row.cell(0);
    }

    /** The currency that the name of a column ends with. */
    @Nullable
    CurrencyCode currencyOf(String column) {
        return Language.currencyAtEnd(label(column));
    }

    /** The day on which the row's money moved. */
    LocalDate day(Cells cells) {
        return cells.date(DATES.stream().filter(this::has).findFirst().orElse("Date"));
    }

    /** The last day of the statement, where the rows of a section speak of it. Throws RefusedRow when it is unknown. */
    LocalDate lastDay(Cells cells, String column) {
        LocalDate last = context.heading().lastDay();
        if (last == null) {
            throw cells.refused(column, ProblemCode.MISSING_VALUE, "the statement does not say of which day it is");
        }
        return last;
    }

    @Nullable
    Period period() {
        return context.heading().period();
    }

    /** The instrument of the column Symbol, with the row's asset class; null where the cell is empty. */
    @Nullable
    Instrument symbol(Cells cells) {
        String symbol = cells.text("Symbol");
        return symbol == null ? null : new Instrument(symbol, null, null, null, null, null, null, assetClass(), null);
    }

    static References references(Cells cells) {
        String transaction = cells.text("TransactionID");
        String trade = cells.text("TradeID");
        String order = cells.text("OrderID");
        return transaction == null && trade == null && order == null
                ? References.NONE
                : new References(transaction, trade, order, null);
    }

    /** The broker's remarks, {@code C;Ca}. */
    static List<String> codes(Cells cells) {
        String codes = cells.text("Code");
        return codes == null
                ? List.of()
                : Stream.of(codes.split("[;,]"))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList();
    }

    Fact fact(Cells cells, StatementRow... rows) {
        return fact(cells, List.of(rows), List.of());
    }

    Fact fact(Cells cells, List<StatementRow> rows, List<Problem> flags) {
        return new Fact(cells.account(Broker.IBKR, "ClientAccountID"), rows, flags)
                .ofAccount(context.heading().account());
    }
}
