package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.RatesStated.StatedRate;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rates to base that stand on position rows: each told once a day and currency, with its first line. */
final class RatesOfPositions {

    private RatesOfPositions() {}

    static List<StatedRate> of(List<StatementLine> rows) {
        Set<Told> told = new HashSet<>();
        List<StatedRate> rates = new ArrayList<>();
        for (StatementLine line : rows) {
            if (line.row() instanceof OpenPosition row
                    && row.fxRateToBase() != null
                    && told.add(new Told(row.asOf(), row.currency(), row.fxRateToBase()))) {
                rates.add(new StatedRate(row.asOf(), row.currency(), row.fxRateToBase(), line.line()));
            }
        }
        return rates;
    }

    private record Told(LocalDate date, CurrencyCode currency, FxRate rate) {}
}
