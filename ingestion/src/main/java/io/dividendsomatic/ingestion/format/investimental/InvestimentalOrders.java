package io.dividendsomatic.ingestion.format.investimental;

import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.StatementFormat;
import io.dividendsomatic.ingestion.format.Verdicts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The export of the order log. Only executions are facts; what else happens to an order is passed over. */
public final class InvestimentalOrders implements StatementFormat {
    private static final List<String> REQUIRED = List.of(
            "Order ID",
            "Side",
            "Symbol",
            "Price",
            "Volume",
            "Fee",
            "Account ID",
            "Account Name",
            "Status",
            "Update Type",
            "Update Time");

    private static final List<String> KNOWN = List.of(
            "Order ID",
            "Order Number",
            "Side",
            "Exchange",
            "Symbol",
            "Market",
            "Price",
            "Volume",
            "Disclosed",
            "Value",
            "Fee",
            "Term",
            "Validity",
            "Trigger Type",
            "Trigger Price",
            "Settlement Term",
            "Settlement Date",
            "Settlement Type",
            "Short Sell",
            "Account ID",
            "Account Name",
            "Last Trade ID",
            "Last Trade Ticket",
            "Status",
            "Initiated By",
            "Updated By",
            "Update Type",
            "Update Time",
            "Request ID",
            "Request Type",
            "Request Status");

    @Override
    public String name() {
        return "investimental-orders";
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
        return document.isTable()
                ? Recognition.byColumns(Header.of(document.table(dialect()).first()), REQUIRED)
                : Recognition.NO;
    }

    @Override
    public Reading read(Document document) {
        Header header = Header.of(document.table(dialect()).first());
        List<CsvRow> rows = new ArrayList<>();
        for (CsvRow row : document.table(dialect())) {
            if (!isHeader(row)) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            throw new RefusedFile(ProblemCode.EMPTY_FILE, "the file has a header and no row");
        }
        Map<Integer, CsvRow> before = before(rows, header);
        Verdicts verdicts = new Verdicts();
        for (CsvRow row : rows) {
            if (header.cell(row, "Update Type").equalsIgnoreCase("Fil")) {
                verdicts.read(row, () -> new Execution(row, before.get(row.line()), header).fact());
            } else {
                verdicts.ignore(row, "ORDER: no execution");
            }
        }
        List<Drift> drift = header.drift("", KNOWN).stream().toList();
        return new Reading(verdicts.list(), drift, null, null);
    }

    /** Of each line, the row that tells of the same order before it. The log may begin with its newest row. */
    private static Map<Integer, CsvRow> before(List<CsvRow> rows, Header header) {
        boolean newestFirst = time(rows.getFirst(), header).compareTo(time(rows.getLast(), header)) > 0;
        List<CsvRow> byTime = new ArrayList<>(newestFirst ? rows.reversed() : rows);
        byTime.sort((one, other) -> time(one, header).compareTo(time(other, header)));
        Map<String, CsvRow> last = new HashMap<>();
        Map<Integer, CsvRow> before = new HashMap<>();
        for (CsvRow row : byTime) {
            CsvRow earlier = last.put(header.cell(row, "Order ID"), row);
            if (earlier != null) {
                before.put(row.line(), earlier);
            }
        }
        return before;
    }

    /** As text: its form, {@code 2031-05-31 12:41:49}, sorts as the time does. */
    private static String time(CsvRow row, Header header) {
        return header.cell(row, "Update Time");
    }

    private static boolean isHeader(CsvRow row) {
        return Header.of(row).has(REQUIRED.toArray(String[]::new));
    }
}
