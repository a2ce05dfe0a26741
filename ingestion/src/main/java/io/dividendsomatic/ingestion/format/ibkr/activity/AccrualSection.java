package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.statement.DividendAccrual;
import io.dividendsomatic.portfolio.statement.DividendAccrual.Change;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.PrintedTotal.Topic;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dividends that are declared and not paid: Change in Dividend Accruals (code Po posts, Re reverses, and the figures of
 * a reversal are negative) and Open Dividend Accruals. Rows without a symbol print the balance at start and end.
 */
final class AccrualSection {
    private AccrualSection() {}

    static Fact change(Line line, Cells cells) {
        if (line.cell("Symbol").isEmpty()) {
            return balance(line, cells);
        }
        List<String> codes = Line.codes(cells);
        BigDecimal net = cells.number("NetAmount");
        boolean reversed = codes.contains("Re") || (!codes.contains("Po") && net != null && net.signum() < 0);
        return line.fact(cells, accrual(line, cells, reversed ? Change.REVERSED : Change.POSTED, cells.date("Date")));
    }

    static Fact open(Line line, Cells cells) {
        return line.cell("Symbol").isEmpty()
                ? balance(line, cells)
                : line.fact(
                        cells,
                        accrual(
                                line,
                                cells,
                                Change.OPEN,
                                line.context().heading().lastDay()));
    }

    private static DividendAccrual accrual(Line line, Cells cells, Change change, @Nullable LocalDate date) {
        CurrencyUnit unit = cells.unit("CurrencyPrimary");
        BigDecimal quantity = cells.number("Quantity");
        return new DividendAccrual(
                change,
                date,
                cells.required("Symbol", line.symbol(cells)),
                unit.currency(),
                cells.text("ExDate") == null ? null : cells.date("ExDate"),
                cells.text("PayDate") == null ? null : cells.date("PayDate"),
                quantity == null ? null : new Quantity(quantity),
                cells.price("GrossRate", unit),
                cells.amount("GrossAmount", unit),
                cells.amount("Tax", unit),
                cells.amount("Fee", unit),
                cells.amount("NetAmount", unit),
                null,
                Line.codes(cells),
                Line.references(cells));
    }

    /** {@code Starting Dividend Accruals in EUR}: the currency ends the label. */
    private static Fact balance(Line line, Cells cells) {
        BigDecimal net = cells.required("NetAmount", cells.number("NetAmount"));
        return line.fact(
                cells,
                new PrintedTotal(
                        Topic.DIVIDEND_ACCRUALS,
                        line.section().name(),
                        line.first(),
                        null,
                        Language.currencyAtEnd(line.first()),
                        true,
                        line.period(),
                        new Amount(net)));
    }
}
