package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.ledger.AccountLedger;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.ledger.reconciliation.StatementFile;
import io.dividendsomatic.portfolio.ledger.transfers.OpenLeg;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that was told of an account, and what it comes to.
 *
 * @param bookings the ledger's, as lines of a table
 * @param ledger its lots are those that travelled, where transfers link it to other accounts, and those that the first
 *     report opened
 * @param told the first lots, first out, as bookings alone tell them
 * @param unpaired transfers whose other side no file tells, or of which several could be it
 * @param figures that its files print, in no order that counts
 */
public record Settlement(
        AccountId account,
        List<BookingLine> bookings,
        AccountLedger ledger,
        LotView told,
        List<PrintedFigure> figures,
        List<OpenLeg> unpaired) {

    public Settlement {
        unpaired = List.copyOf(unpaired);
        bookings = List.copyOf(bookings);
        figures = List.copyOf(figures);
    }

    public List<GainLine> gains(Method method) {
        return GainLine.of(this, method == Method.FIFO ? ledger.fifo() : ledger.average());
    }

    public List<CashDay> cash() {
        return CashDays.of(this);
    }

    /** The figures by file. */
    static List<StatementFile> files(List<PrintedFigure> figures) {
        Map<FileId, List<StatementLine>> rows = new TreeMap<>();
        figures.forEach(figure -> rows.computeIfAbsent(figure.file(), first -> new ArrayList<>())
                .add(new StatementLine(figure.line(), figure.row())));
        return rows.entrySet().stream()
                .map(file -> new StatementFile(file.getKey(), null, file.getValue()))
                .toList();
    }
}
