package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.statement.RecordStatement;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.util.List;

/**
 * What an account makes of the figures that a statement prints: it keeps them all, and books none. Their
 * instruments are completed by the file's own list.
 */
final class PrintedFigures {

    private PrintedFigures() {}

    static Answer of(RecordStatement statement, InstrumentList instruments, AccountState state) {
        List<StatementLine> figures = RowUse.select(RowUse.CHECKS, statement.rows()).stream()
                .map(line -> new StatementLine(line.line(), instruments.complete(line.row())))
                .toList();
        List<FiguresPrinted> events = Chunks.of(figures, FiguresPrinted.MAX_ROWS).stream()
                .map(rows -> new FiguresPrinted(statement.account(), statement.file(), statement.edition(), rows))
                .toList();
        return new Answer(events, (int)
                figures.stream().filter(line -> state.knows(line.row())).count());
    }
}
