package io.dividendsomatic.ingestion.format.ibkr.history;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.Drifts;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.Verdicts;
import io.dividendsomatic.ingestion.format.ibkr.Heading;
import io.dividendsomatic.ingestion.format.ibkr.HeadingField;
import io.dividendsomatic.ingestion.format.ibkr.UsualColumns;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.PrintedTotal.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one Transaction History: its heading, its summary and its table. The base currency, in which all amounts are,
 * may stand anywhere, so the file is looked over for it first.
 */
final class HistoryReader {
    private static final List<String> KNOWN = List.of(
            "ClientAccountID",
            "Date",
            "Description",
            "TransactionType",
            "Symbol",
            "Quantity",
            "Price",
            "PriceCurrency",
            "GrossAmount",
            "Commission",
            "NetAmount",
            "CurrencyPrimary",
            "Multiplier",
            "ExchangeRate",
            "TransactionID");

    private static final UsualColumns USUAL = UsualColumns.beside(HistoryReader.class);

    private final Words words;
    private final Verdicts verdicts = new Verdicts();
    private final Drifts drift = new Drifts();
    private final Map<String, Header> headers = new HashMap<>();
    private final Heading heading = new Heading();

    HistoryReader(Words words) {
        this.words = words;
    }

    Reading read(CsvTable table) {
        Overview overview = look(table);
        for (CsvRow row : table) {
            if (Words.isHeader(row)) {
                begin(row);
            } else {
                judge(row, overview);
            }
        }
        return new Reading(verdicts.list(), drift.list(), heading.period(), heading.statedAt());
    }

    /**
     * What must be known before the first row.
     *
     * @param accounts that rows name
     */
    private record Overview(@Nullable CurrencyCode base, Set<String> accounts) {}

    private Overview look(CsvTable table) {
        Map<String, Header> seen = new HashMap<>();
        Set<String> accounts = new HashSet<>();
        CurrencyCode base = null;
        for (CsvRow row : table) {
            Header header = seen.get(row.cell(0));
            if (Words.isHeader(row)) {
                seen.put(row.cell(0), words.bind(row));
            } else if (header != null && header.has("TransactionType")) {
                accounts.add(header.cell(row, "ClientAccountID"));
                accounts.remove("");
            } else if (header != null && field(row, header) == HeadingField.BASE_CURRENCY) {
                base = CurrencyCode.find(header.cell(row, Heading.VALUE)).orElse(base);
            }
        }
        return new Overview(base, accounts);
    }

    private @Nullable HeadingField field(CsvRow row, Header header) {
        return words.field(header.cell(row, Heading.NAME)).orElse(null);
    }

    private void begin(CsvRow row) {
        Header header = words.bind(row);
        headers.put(row.cell(0), header);
        if (header.has("TransactionType") || words.isTransactions(row)) {
            header.require(TransactionHistory.REQUIRED);
            List<String> known =
                    new ArrayList<>(KNOWN.stream().filter(header::has).toList());
            known.addAll(USUAL.missing("TRANSACTIONS", header::has));
            known.add(words.column(row.cell(0)));
            known.add(words.column(row.cell(1)));
            header.drift(row.cell(0), known).ifPresent(drift::add);
        } else if (!header.has(Heading.NAME, Heading.VALUE)) {
            drift.unknownTable(row.cell(0), row.stripped().subList(2, row.size()));
        }
    }

    private void judge(CsvRow row, Overview overview) {
        Header header = headers.get(row.cell(0));
        if (header == null) {
            throw new RefusedFile(row.line(), ProblemCode.MISSING_COLUMN, "a row stands before its header");
        }
        if (row.unterminated() && (row.size() < 2 || header.isCut(row))) {
            throw new RefusedFile(row.line(), ProblemCode.TRUNCATED, "the file ends inside this row");
        }
        if (!row.cell(1).equals("Data")) {
            ignoreSum(row);
        } else if (header.has("TransactionType")) {
            verdicts.read(
                    row, () -> new Transaction(cells(row, header), words, heading.account(), overview.base).read());
        } else if (header.has(Heading.NAME, Heading.VALUE)) {
            field(row, header, overview);
        } else {
            verdicts.ignore(row, "SECTION: " + row.cell(0));
        }
    }

    private void ignoreSum(CsvRow row) {
        switch (row.cell(1)) {
            case "SubTotal", "Total" -> verdicts.ignore(row, "TOTAL");
            case "Notes" -> verdicts.ignore(row, "NOTES");
            default ->
                verdicts.reject(row, ProblemCode.UNKNOWN_TYPE, "neither Header, Data, SubTotal, Total nor Notes");
        }
    }

    private void field(CsvRow row, Header header, Overview overview) {
        HeadingField field = field(row, header);
        String name = header.cell(row, Heading.NAME);
        if (field != null) {
            verdicts.read(row, () -> heading.read(field, cells(row, header), words::month));
        } else if (NumberStyle.isAbsent(header.cell(row, Heading.VALUE))
                || !isFigure(header.cell(row, Heading.VALUE))) {
            verdicts.ignore(row, "FIELD: " + name);
        } else {
            verdicts.read(row, () -> summary(cells(row, header), name, overview));
        }
    }

    private static boolean isFigure(String text) {
        char last = text.charAt(text.length() - 1);
        return last >= '0' && last <= '9' && text.chars().noneMatch(Character::isLetter);
    }

    /** Cash at start and end of the period, of all currencies together; what is between them is a check. */
    private Fact summary(Cells cells, String label, Overview overview) {
        Topic topic = words.topic(label);
        Amount amount = new Amount(cells.required(Heading.VALUE, cells.number(Heading.VALUE)));
        Period period = heading.period();
        boolean start = topic == Topic.STARTING_CASH;
        boolean balance = start || topic == Topic.ENDING_CASH;
        CurrencyCode base = overview.base;
        if (!balance || base == null || period == null || overview.accounts.size() > 1) {
            return Fact.of(
                    heading.account(), new PrintedTotal(topic, "SUMMARY", label, null, base, true, period, amount));
        }
        return Fact.of(
                heading.account(),
                new CashBalance(
                        start ? period.from() : period.to(),
                        base,
                        true,
                        start ? At.START_OF_DAY : At.END_OF_DAY,
                        amount));
    }

    private static Cells cells(CsvRow row, Header header) {
        return new Cells(row, header, NumberStyle.DOT, DateStyle.ISO_OR_BASIC);
    }
}
