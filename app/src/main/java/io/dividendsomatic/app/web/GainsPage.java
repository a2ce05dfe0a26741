package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.transactions.Gain;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of realized gains.
 *
 * @param asOf the last day that counted; absent where the question names none
 */
record GainsPage(
        @Nullable LocalDate asOf, Instant knownAt, Method method, List<Gain> items, int page, int size, long total)
        implements Tabular {

    @Override
    public List<String> header() {
        return List.of(
                "factId",
                "account",
                "isin",
                "symbol",
                "name",
                "date",
                "method",
                "side",
                "quantity",
                "currency",
                "proceeds",
                "cost",
                "gain",
                "unknown",
                "missing",
                "brokerStated",
                "fxStatus",
                "fxRate",
                "fxDate",
                "fxSource",
                "reportingCurrency",
                "reportingProceeds",
                "reportingCost",
                "reportingGain");
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return items.stream().map(GainsPage::row).toList();
    }

    private static List<@Nullable Object> row(Gain item) {
        return Arrays.<@Nullable Object>asList(
                item.factId(),
                item.account(),
                item.isin(),
                item.symbol(),
                item.name(),
                item.date(),
                item.method(),
                item.side(),
                item.quantity(),
                TableCells.currency(item.proceeds() != null ? item.proceeds() : item.cost()),
                TableCells.amount(item.proceeds()),
                TableCells.amount(item.cost()),
                TableCells.amount(item.gain()),
                item.unknown(),
                item.missing(),
                TableCells.amount(item.brokerStated()),
                item.fx().status(),
                item.fx().rate(),
                item.fx().date(),
                item.fx().source(),
                item.inReportingCurrency().currency(),
                item.inReportingCurrency().proceeds(),
                item.inReportingCurrency().cost(),
                item.inReportingCurrency().gain());
    }
}
