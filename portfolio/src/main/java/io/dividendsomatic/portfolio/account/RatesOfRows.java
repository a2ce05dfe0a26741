package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.RatesStated.StatedRate;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rates to base that stand on positions, accruals and bookings: each told once a day, with its first line. */
final class RatesOfRows {

    private RatesOfRows() {}

    static List<StatedRate> of(List<StatementLine> rows) {
        Set<StatedRate> told = new HashSet<>();
        List<StatedRate> rates = new ArrayList<>();
        for (StatementLine line : rows) {
            RowRate rate = RowRate.of(line.row()).orElse(null);
            if (rate != null && told.add(rate.onLine(1))) {
                rates.add(rate.onLine(line.line()));
            }
        }
        return rates;
    }
}
