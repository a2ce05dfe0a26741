package io.dividendsomatic.ingestion.format.exante;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.RefusedRow;
import io.dividendsomatic.ingestion.format.StatementFormat;
import io.dividendsomatic.ingestion.format.Verdicts;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.statement.NetAssetValue;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The report of an account: its balances, its value day by day, and its transactions, each table under a title of its
 * own. A file may hold the transactions alone.
 */
public final class ExanteReport implements StatementFormat {
    static final Broker BROKER = new Broker("exante");
    private static final DateStyle DATES = DateStyle.of("uuuu-MM-dd HH:mm:ss", "uuuu-MM-dd");

    @Override
    public String name() {
        return "exante-report";
    }

    @Override
    public int parserVersion() {
        return 1;
    }

    @Override
    public int precedence() {
        return 5;
    }

    @Override
    public Recognition recognise(Document document) {
        if (!document.isTable()) {
            return Recognition.NO;
        }
        List<Header> headers = document.table(dialect()).head().stream()
                .map(ExanteReport::header)
                .toList();
        if (headers.stream()
                .anyMatch(header -> Table.TRANSACTIONS.columns().stream().allMatch(header::has))) {
            return Recognition.YES;
        }
        return headers.stream()
                .map(header -> Recognition.byColumns(header, Table.TRANSACTIONS.columns()))
                .filter(Recognition.Close.class::isInstance)
                .findFirst()
                .orElse(Recognition.NO);
    }

    @Override
    public Reading read(Document document) {
        List<Line> lines = lines(document);
        if (lines.stream().allMatch(line -> line.table() == null)) {
            throw new RefusedFile(ProblemCode.EMPTY_FILE, "the file has headers and no row");
        }
        List<Transaction> transactions = lines.stream()
                .filter(line -> line.table() == Table.TRANSACTIONS)
                .flatMap(line -> transaction(line).stream())
                .toList();
        Legs legs = Legs.of(transactions);
        Verdicts verdicts = new Verdicts();
        lines.forEach(line -> tell(line, legs, verdicts));
        return new Reading(verdicts.list(), List.of(), null, null);
    }

    /** A record with the table that it is a row of; none for a title. */
    private record Line(CsvRow row, @Nullable Table table, Header header) {
        Cells cells() {
            return new Cells(row, header, NumberStyle.DOT, DATES);
        }
    }

    /** The tables of the report, by their columns. */
    private enum Table {
        BALANCES,
        VALUES,
        TRANSACTIONS;

        List<String> columns() {
            return switch (this) {
                case BALANCES -> List.of("Account", "Balance", "Currency");
                case VALUES -> List.of("Date", "Net Asset Value");
                case TRANSACTIONS ->
                    List.of("Transaction ID", "When", "Symbol ID", "Operation type", "Amount", "Asset");
            };
        }

        static Optional<Table> of(Header header) {
            return Stream.of(values())
                    .filter(table -> table.columns().stream().allMatch(header::has))
                    .findFirst();
        }
    }

    private List<Line> lines(Document document) {
        List<Line> lines = new ArrayList<>();
        Table table = null;
        Header header = null;
        for (CsvRow row : document.table(dialect())) {
            Header other = header(row);
            Optional<Table> begun = Table.of(other);
            if (begun.isPresent()) {
                table = begun.get();
                header = other;
            } else {
                boolean title =
                        row.cells().stream().filter(cell -> !cell.isBlank()).count() == 1;
                lines.add(new Line(row, header == null || title ? null : table, header == null ? other : header));
            }
        }
        return lines;
    }

    /** The row, unless its cells do not fit the columns: such a one is refused when its turn comes. */
    private static Optional<Transaction> transaction(Line line) {
        try {
            return Optional.of(new Transaction(line.row(), line.cells()));
        } catch (RefusedRow refused) {
            return Optional.empty();
        }
    }

    private static void tell(Line line, Legs legs, Verdicts verdicts) {
        CsvRow row = line.row();
        Table table = line.table();
        Integer main = legs.main(row.line());
        if (table == null) {
            verdicts.ignore(row, "TITLE");
        } else if (main != null) {
            verdicts.part(row, legs.account(row.line()), main);
        } else {
            verdicts.read(row, () -> switch (table) {
                case BALANCES -> balance(line.cells());
                case VALUES -> value(line.cells());
                case TRANSACTIONS -> legs.fact(new Transaction(row, line.cells()));
            });
        }
    }

    /** The balance of no stated day: a figure to compare with, no fact that makes one. */
    private static Fact balance(Cells cells) {
        CurrencyUnit unit = cells.unit("Currency");
        return Fact.of(
                cells.account(BROKER, "Account"),
                new PrintedTotal(
                        PrintedTotal.Topic.ENDING_CASH,
                        "ACCOUNT_SUMMARY",
                        "Balance",
                        null,
                        unit.currency(),
                        false,
                        null,
                        cells.required("Balance", cells.amount("Balance", unit))));
    }

    private static Fact value(Cells cells) {
        String column = "Net Asset Value";
        return Fact.of(
                null,
                new NetAssetValue(
                        cells.date("Date"), null, null, cells.required(column, Transaction.amount(cells, column))));
    }

    /** Older reports call the amount a sum. */
    private static Header header(CsvRow row) {
        return Header.of(row, name -> switch (name) {
            case "Sum" -> "Amount";
            case "Account ID" -> "Account";
            default -> name;
        });
    }
}
