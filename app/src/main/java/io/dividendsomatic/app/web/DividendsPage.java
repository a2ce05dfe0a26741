package io.dividendsomatic.app.web;

import io.dividendsomatic.dividends.history.Dividend;
import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.holdings.Holdings.Reason;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of payments.
 *
 * @param asOf the last day that counted; absent where the question names none
 * @param unresolved those of the page that have no rate
 */
record DividendsPage(
        @Nullable LocalDate asOf,
        Instant knownAt,
        List<Dividend> items,
        int page,
        int size,
        long total,
        List<Unresolved> unresolved)
        implements Tabular {

    /** A payment without a rate. */
    record Unresolved(FactId factId, CurrencyCode currency, Reason reason) {}

    static DividendsPage of(
            @Nullable LocalDate asOf, Instant knownAt, List<Dividend> items, int page, int size, long total) {
        List<Unresolved> unresolved = items.stream()
                .filter(item -> item.fx().status() == Fx.Status.MISSING)
                .map(item -> new Unresolved(item.factId(), item.currency(), Reason.FX_RATE_MISSING))
                .toList();
        return new DividendsPage(asOf, knownAt, items, page, size, total, unresolved);
    }

    @Override
    public List<String> header() {
        return List.of(
                "factId",
                "payDate",
                "exDate",
                "account",
                "isin",
                "symbol",
                "name",
                "kind",
                "paymentEventId",
                "currency",
                "gross",
                "withholdingTax",
                "net",
                "perShare",
                "quantity",
                "reversed",
                "description",
                "fxStatus",
                "fxRate",
                "fxDate",
                "fxSource",
                "reportingCurrency",
                "reportingGross",
                "reportingWithholdingTax",
                "reportingNet");
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return items.stream().map(DividendsPage::row).toList();
    }

    private static List<@Nullable Object> row(Dividend item) {
        return Arrays.<@Nullable Object>asList(
                item.factId(),
                item.payDate(),
                item.exDate(),
                item.account(),
                item.isin(),
                item.symbol(),
                item.name(),
                item.kind(),
                item.paymentEventId(),
                item.currency(),
                TableCells.amount(item.gross()),
                TableCells.amount(item.withholdingTax()),
                TableCells.amount(item.net()),
                item.perShare(),
                item.quantity(),
                item.reversed(),
                item.description(),
                item.fx().status(),
                item.fx().rate(),
                item.fx().date(),
                item.fx().source(),
                item.inReportingCurrency().currency(),
                item.inReportingCurrency().gross(),
                item.inReportingCurrency().withholdingTax(),
                item.inReportingCurrency().net());
    }
}
