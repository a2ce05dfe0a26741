package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.NamedCells;
import io.dividendsomatic.ingestion.format.SourceRow;
import io.dividendsomatic.ingestion.format.XmlElement;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a row of a Flex query in our vocabulary, whether they stand in columns or in attributes. Days come out
 * as {@code 2031-03-03} however the query writes them; the time of {@code DateTime} is the cell {@link #TIME}. A column
 * without a value is as good as none: every reader has another one to turn to, or does without.
 *
 * @param namesInstrument whether {@code Description} is the instrument's name; else it is the row's own text
 */
record FlexCells(NamedCells cells, FlexDates dates, boolean namesInstrument) implements NamedCells {
    static final String TIME = "DateTime: time";
    static final String TEXT = "ActivityDescription";
    /** What the broker writes in place of a rate to base that it does not have. */
    static final String UNKNOWN_RATE = "FXRateToBase: unknown";

    private static final String NAME = "Description";
    /** Characters; what is longer ends in dots, since the archive has the whole. */
    private static final int MAX_TEXT = 240;

    /** Elements that stand among trades and say by their name alone how finely they tell. */
    private static final Map<String, String> LEVELS = Map.of(
            "Order", "ORDER",
            "Lot", "CLOSED_LOT",
            "WashSale", "WASH_SALE",
            "SymbolSummary", "SYMBOL_SUMMARY",
            "AssetSummary", "ASSET_SUMMARY");

    private static final Set<String> DAYS = Set.of(
            "ReportDate",
            "TradeDate",
            "SettleDate",
            "DateTime",
            "Date",
            "ExDate",
            "PayDate",
            "FromDate",
            "ToDate",
            "AwardDate");
    private static final Pattern NO_RATE = Pattern.compile("0+(?:\\.0*)?(?:E.*)?|-1(?:\\.0*)?");
    /** Columns in which zero stands for nothing: numbers given to nothing, and the multiplier of rows about money. */
    private static final Set<String> NEVER_ZERO =
            Set.of("TransactionID", "TradeID", "OrderID", "ActionID", "Conid", "Multiplier");

    static NamedCells of(CsvRow row, Header header) {
        return new NamedCells() {
            @Override
            public boolean has(String column) {
                return header.has(column);
            }

            @Override
            public String cell(String column) {
                return header.cell(row, column);
            }

            @Override
            public String label(String column) {
                return header.label(column);
            }
        };
    }

    static NamedCells of(XmlElement element) {
        Map<String, String> labels = new HashMap<>();
        element.attributes().keySet().forEach(name -> labels.putIfAbsent(FlexColumns.ours(name), name));
        return new NamedCells() {
            @Override
            public boolean has(String column) {
                return labels.containsKey(column);
            }

            @Override
            public String cell(String column) {
                String cell = CsvRow.visible(element.attributes().getOrDefault(label(column), ""));
                return cell.isEmpty() && column.equals("LevelOfDetail")
                        ? LEVELS.getOrDefault(element.name(), "")
                        : cell;
            }

            @Override
            public String label(String column) {
                return labels.getOrDefault(column, column);
            }
        };
    }

    @Override
    public boolean has(String column) {
        return !cell(column).isEmpty();
    }

    @Override
    public String cell(String column) {
        String cell = cells.cell(column(column));
        if (column.equals(TIME)) {
            return dates.time(cell).map(LocalTime::toString).orElse("");
        }
        if (DAYS.contains(column)) {
            return isNothing(cell) ? "" : dates.day(cell).map(Object::toString).orElse(cell);
        }
        return switch (column) {
            case NAME -> namesInstrument ? cut(cell) : "";
            case TEXT -> cut(cell);
            case "FXRateToBase" -> isNoRate(cell) ? "" : cell;
            case UNKNOWN_RATE -> isNoRate(cell) && !isNothing(cell) ? cell : "";
            default -> isNothing(cell) || (cell.equals("0") && NEVER_ZERO.contains(column)) ? "" : cell;
        };
    }

    @Override
    public String label(String column) {
        return cells.label(column(column));
    }

    /** What is wrong where a day of the row has slashes, and the file does not tell its order. */
    @Nullable
    Problem openDay(SourceRow row) {
        if (dates.order() != null) {
            return null;
        }
        return DAYS.stream()
                .filter(column -> dates.leavesOpen(cells.cell(column)))
                .sorted()
                .findFirst()
                .map(column -> new Problem(
                        row.line(),
                        cells.label(column),
                        ProblemCode.BAD_DATE,
                        "month first or day first: no day of the file tells",
                        cells.cell(column)))
                .orElse(null);
    }

    private String column(String column) {
        return switch (column) {
            case TIME -> "DateTime";
            case UNKNOWN_RATE -> "FXRateToBase";
            case TEXT -> namesInstrument || cells.has(TEXT) ? TEXT : NAME;
            default -> column;
        };
    }

    private static boolean isNothing(String cell) {
        return cell.equals("N/A") || cell.equals("-") || cell.equals("--");
    }

    /** The broker writes 0 or -1 for a rate that it does not have. */
    static boolean isNoRate(String cell) {
        return isNothing(cell) || NO_RATE.matcher(cell).matches();
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + " …";
    }
}
