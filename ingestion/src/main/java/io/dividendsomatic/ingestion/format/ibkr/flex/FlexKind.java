package io.dividendsomatic.ingestion.format.ibkr.flex;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a CSV of a Flex query tells in the first place. Of several that fit its tables, the first in this order counts. */
enum FlexKind {
    POSITIONS_AND_ACCRUALS("ibkr-flex-positions-accruals", FlexTable.ACCRUALS),
    POSITIONS("ibkr-flex-positions", FlexTable.POSITIONS),
    ACTIONS("ibkr-flex-actions", FlexTable.FUNDS),
    TRADES("ibkr-flex-trades", FlexTable.TRADES),
    CONFIRMS("ibkr-flex-trades", FlexTable.CONFIRMS),
    DIVIDENDS("ibkr-flex-dividends", FlexTable.ACCRUALS),
    PAYMENTS("ibkr-flex-dividends", FlexTable.CASH),
    NET_DIVIDENDS("ibkr-flex-dividends", FlexTable.NET_DIVIDENDS),
    CORPORATE_ACTIONS("ibkr-flex-actions", FlexTable.ACTIONS),
    TRANSFERS("ibkr-flex-actions", FlexTable.TRANSFERS),
    CASH_REPORT("ibkr-flex-cash-report", FlexTable.CASH_REPORT),
    /** All that is left: values, rates, instruments. */
    OTHER("ibkr-flex-cash-report", null);

    private final String format;
    private final @Nullable FlexTable table;

    FlexKind(String format, @Nullable FlexTable table) {
        this.format = format;
        this.table = table;
    }

    static FlexKind of(Set<FlexTable> found) {
        return Stream.of(values())
                .filter(kind -> kind.table == null || found.contains(kind.table))
                .filter(kind -> kind != POSITIONS_AND_ACCRUALS || found.contains(FlexTable.POSITIONS))
                .findFirst()
                .orElseThrow();
    }

    String format() {
        return format;
    }

    /** The table after which the kind is named; a cash report stands for all that is left. */
    FlexTable table() {
        return table == null ? FlexTable.CASH_REPORT : table;
    }

    /** Columns of the table that gives a file another name than the one with which it begins; impossible where none can. */
    static List<String> changingWords(FlexTable first) {
        return first == FlexTable.POSITIONS ? FlexTable.ACCRUALS.columns() : FlexTable.FUNDS.columns();
    }
}
