package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.NamedCells;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.ingestion.format.SourceRow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data row before it is judged: where it stands, in which table, and under which statement.
 *
 * @param table absent where nothing reads it; {@code section} is its name in the file
 * @param statement counts the statements of a file
 * @param damage what is wrong with the row as a whole; it keeps the row out only where {@code spoilt}
 */
record FlexRecord(
        SourceRow row,
        Optional<FlexTable> table,
        String section,
        int statement,
        FlexCells named,
        FlexScope scope,
        @Nullable Problem damage,
        boolean spoilt) {

    static FlexRecord of(
            SourceRow row,
            Optional<FlexTable> table,
            String section,
            int statement,
            NamedCells cells,
            FlexScope scope) {
        FlexCells named = new FlexCells(
                cells, scope.dates(), table.map(FlexTable::namesInstrument).orElse(true));
        Problem open = named.openDay(row);
        return new FlexRecord(row, table, section, statement, named, scope, open, open != null);
    }

    /** The same row, of which something is wrong as a whole. */
    FlexRecord damaged(Problem problem, boolean isSpoilt) {
        return new FlexRecord(row, table, section, statement, named, scope, problem, isSpoilt);
    }

    boolean is(FlexTable other) {
        return table.isPresent() && table.get() == other;
    }

    boolean isTrade() {
        return is(FlexTable.TRADES) || is(FlexTable.CONFIRMS);
    }

    /** Whose row it is, as far as the file says; for comparing rows of one file. */
    String owner() {
        String stated = text("ClientAccountID");
        return stated != null
                ? stated
                : scope.account() == null ? "" : scope.account().number();
    }

    Cells cells() {
        return new Cells(row, named, NumberStyle.DOT, DateStyle.ISO_OR_BASIC);
    }

    /** A cell for comparing rows; absent where it is empty. */
    @Nullable
    String text(String column) {
        String cell = named.cell(column);
        return cell.isEmpty() ? null : cell;
    }

    FlexLevel level() {
        return FlexLevel.of(text("LevelOfDetail"));
    }
}
