package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.portfolio.statement.References;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The broker's own numbers and remarks of a row, from TransactionID, TradeID, OrderID, ActionID, Codes. */
final class FlexReferences {

    private FlexReferences() {}

    static References of(Cells cells) {
        return new References(
                cells.text("TransactionID"), cells.text("TradeID"), cells.text("OrderID"), cells.text("ActionID"));
    }

    /** {@code P;Ca}, {@code ADR;Po}: remarks in file order, each once. */
    static List<String> codes(@Nullable String... cells) {
        return Stream.of(cells)
                .flatMap(cell -> cell == null ? Stream.empty() : Stream.of(cell.split("[;,]")))
                .map(String::strip)
                .filter(code -> !code.isEmpty() && !code.equals("-"))
                .distinct()
                .toList();
    }
}
