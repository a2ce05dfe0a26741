package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.ingestion.format.Verdicts;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.PrintedTotal.Topic;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sums that stand among the rows they sum up: rows of kind SubTotal and Total, or rows of data that begin with the
 * word for it. {@code Total in EUR} restates the sum above in the base currency. What checks our own sums is kept; a sum
 * without a figure, or of figures that nothing is summed of, is passed over.
 */
final class Totals {
    private static final String TOTAL = "TOTAL";
    private static final String CURRENCY = "CurrencyPrimary";

    /** The currency of the latest row of data of each section: that of the sum below. */
    private final Map<Section, CurrencyCode> latest = new EnumMap<>(Section.class);

    /**
     * A column that is summed up.
     *
     * @param topic of what it is the sum
     */
    record Figure(Topic topic, String column) {}

    /** Takes in the currency of a row of data. */
    void passed(Line line) {
        CurrencyCode.find(line.cell(CURRENCY)).ifPresent(currency -> latest.put(line.section(), currency));
    }

    void judge(Line line, Verdicts verdicts) {
        List<Figure> summed = SectionRules.of(line.section()).totals();
        List<Figure> figures = (summed == null ? List.<Figure>of() : summed)
                .stream()
                        .filter(figure -> !NumberStyle.isAbsent(line.cell(figure.column())))
                        .toList();
        String passed = SectionRules.of(line.section()).passing().apply(line);
        if (passed != null) {
            verdicts.ignore(line.row(), passed);
        } else if (figures.isEmpty()) {
            verdicts.ignore(line.row(), TOTAL);
        } else if (line.isRagged()) {
            verdicts.ignore(line.row(), TOTAL + ": its cells do not fit the columns");
        } else {
            verdicts.read(line.row(), () -> read(line, figures));
        }
    }

    private Fact read(Line line, List<Figure> figures) {
        Cells cells = line.cells();
        List<StatementRow> rows = new ArrayList<>();
        for (Figure figure : figures) {
            CurrencyCode ofColumn = figure.column().endsWith("In") ? line.currencyOf(figure.column()) : null;
            Amount amount = new Amount(cells.required(figure.column(), cells.number(figure.column())));
            rows.add(printed(line, figure.topic(), ofColumn, amount, cells.digits(figure.column())));
        }
        return line.fact(cells, rows, List.of());
    }

    private PrintedTotal printed(
            Line line, Topic topic, @Nullable CurrencyCode ofColumn, Amount amount, @Nullable Integer digits) {
        CurrencyCode above = latest.get(line.section());
        CurrencyCode own = currency(line);
        boolean restated = own != null && !own.equals(above) && isOfManySymbols(line) && mayBeBase(line, own);
        return new PrintedTotal(
                topic,
                line.section().name(),
                label(line),
                group(line),
                ofColumn != null ? ofColumn : own != null ? own : above,
                restated || isInBase(line),
                line.period(),
                amount,
                digits);
    }

    private static boolean isOfManySymbols(Line line) {
        return line.cell("Symbol").isEmpty();
    }

    private static boolean mayBeBase(Line line, CurrencyCode currency) {
        CurrencyCode base = line.context().heading().baseCurrency();
        return base == null || base.equals(currency);
    }

    /** The currency that the row tells itself. */
    private static @Nullable CurrencyCode currency(Line line) {
        CurrencyCode atEnd = line.isData() ? Language.currencyAtEnd(line.first()) : null;
        return atEnd != null ? atEnd : CurrencyCode.find(line.cell(CURRENCY)).orElse(null);
    }

    /** {@code Total in EUR}: only sums in the base currency say their currency. */
    private static boolean isInBase(Line line) {
        return line.isData() && Language.currencyAtEnd(line.first()) != null;
    }

    private static String label(Line line) {
        return line.isData() ? line.first() : line.row().cell(1);
    }

    private static @Nullable String group(Line line) {
        String symbol = line.cell("Symbol");
        return !symbol.isEmpty() ? symbol : line.isData() ? null : line.assetClass();
    }
}
