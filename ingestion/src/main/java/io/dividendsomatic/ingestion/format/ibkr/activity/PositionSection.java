package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.ibkr.PositionRow;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The section Open Positions. A statement of several accounts lists what they hold together and not which of them: such a
 * row is no position of any, and its figures are sums to check theirs with.
 */
final class PositionSection {
    static final List<Totals.Figure> FIGURES = List.of(
            new Totals.Figure(PrintedTotal.Topic.COST_BASIS, "CostBasisMoney"),
            new Totals.Figure(PrintedTotal.Topic.MARKET_VALUE, "PositionValue"),
            new Totals.Figure(PrintedTotal.Topic.UNREALIZED_GAIN, "FifoPnlUnrealized"));

    private PositionSection() {}

    static Fact read(Line line, Cells cells) {
        List<StatementRow> sums = isOfAccountsTogether(line) ? sums(line, cells) : List.of();
        return sums.isEmpty()
                ? PositionRow.read(
                                cells,
                                line.context().heading().lastDay(),
                                line.context().language()::assetClass)
                        .ofAccount(line.context().heading().account())
                : line.fact(cells, sums, List.of());
    }

    /** Lots of a summary that is itself a sum. */
    static @Nullable String passOver(Line line) {
        boolean lot = line.cell("LevelOfDetail").equalsIgnoreCase("Lot");
        return lot && line.isData() && isOfAccountsTogether(line) ? "LOT: detail of a summary" : null;
    }

    private static boolean isOfAccountsTogether(Line line) {
        return line.context().survey().isConsolidated()
                && !line.has("ClientAccountID")
                && line.context().heading().account() == null;
    }

    private static List<StatementRow> sums(Line line, Cells cells) {
        CurrencyUnit unit = cells.unit("CurrencyPrimary");
        List<StatementRow> sums = new ArrayList<>();
        for (Totals.Figure figure : FIGURES) {
            Amount amount = cells.amount(figure.column(), unit);
            if (amount != null) {
                sums.add(new PrintedTotal(
                        figure.topic(),
                        line.section().name(),
                        line.row().cell(2),
                        cells.required("Symbol"),
                        unit.currency(),
                        false,
                        line.period(),
                        amount));
            }
        }
        return sums;
    }
}
