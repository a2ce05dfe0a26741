package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.statement.FxRateToBase;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rates to the base currency: Base Currency Exchange Rate at the end of the period, and the prices of currencies in the
 * Mark-to-Market Performance Summary, of the last day and of the day before the first.
 */
final class RateSection {
    private static final String RATE = "FXRateToBase";
    private static final String CURRENT = "CurrentPrice";
    private static final String PRIOR = "PriorPrice";
    private static final String CURRENCIES = "CASH";

    private RateSection() {}

    static Fact read(Line line, Cells cells) {
        CurrencyUnit unit = cells.unit("CurrencyPrimary");
        FxRateToBase stated = new FxRateToBase(
                line.lastDay(cells, RATE), unit.currency(), cells.required(RATE, cells.rate(RATE, unit)));
        return line.fact(cells, stated);
    }

    static Fact marks(Line line, Cells cells) {
        CurrencyUnit unit = cells.unit("Symbol");
        LocalDate last = line.lastDay(cells, CURRENT);
        LocalDate first = line.period() == null ? null : line.period().from();
        List<StatementRow> rates = new ArrayList<>();
        if (isPrice(line, CURRENT)) {
            rates.add(new FxRateToBase(last, unit.currency(), cells.required(CURRENT, cells.rate(CURRENT, unit))));
        }
        if (isPrice(line, PRIOR) && first != null) {
            rates.add(new FxRateToBase(
                    first.minusDays(1), unit.currency(), cells.required(PRIOR, cells.rate(PRIOR, unit))));
        }
        return line.fact(cells, rates, List.of());
    }

    /** All but prices of foreign currencies are figures of performance. */
    static @Nullable String passOver(Line line) {
        CurrencyCode base = line.context().heading().baseCurrency();
        boolean foreign = CURRENCIES.equals(line.assetClass())
                && (base == null || !base.code().equals(line.cell("Symbol")));
        boolean prior = isPrice(line, PRIOR) && line.period() != null;
        return foreign && (isPrice(line, CURRENT) || prior) ? null : "PERFORMANCE";
    }

    /** Whether a price stands there; brokers print a zero for a currency that is not held. */
    private static boolean isPrice(Line line, String column) {
        try {
            return NumberStyle.DOT
                    .parse(line.cell(column))
                    .map(price -> price.signum() != 0)
                    .orElse(false);
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
