package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.transactions.Gain;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
                "reportingGain",
                "allocationUnknown",
                "lots",
                "costsApart",
                "brokerStatedCost");
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return items.stream().map(GainsPage::row).toList();
    }

    /** Each with its day, units and cost: {@code 2031-01-10 50 490.5; 2031-01-11 20 ?}. */
    private static String lots(Gain item) {
        return item.lots().stream()
                .map(lot -> lot.date() + " " + lot.quantity() + " "
                        + (lot.cost() == null ? "?" : lot.cost().amount())
                        + (lot.quality() == null ? "" : " " + lot.quality()))
                .collect(Collectors.joining("; "));
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
                item.brokerStated() == null ? null : item.brokerStated().amount(),
                item.fx().status(),
                item.fx().rate(),
                item.fx().date(),
                item.fx().source(),
                item.inReportingCurrency().currency(),
                item.inReportingCurrency().proceeds(),
                item.inReportingCurrency().cost(),
                item.inReportingCurrency().gain(),
                item.allocationUnknown(),
                lots(item),
                TableCells.sums(item.costsApart().stream().map(Gain.Apart::cost).toList()),
                item.brokerStated() == null ? null : item.brokerStated().cost());
    }
}
