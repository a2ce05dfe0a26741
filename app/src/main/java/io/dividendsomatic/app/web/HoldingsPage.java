package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.holdings.Figures;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.Holding.HeldIn;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.holdings.Holdings.Unresolved;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.transactions.settling.QuestionLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page of holdings; the totals are over all of them. */
record HoldingsPage(
        LocalDate asOf,
        Instant knownAt,
        CurrencyCode currency,
        List<HeldItem> items,
        int page,
        int size,
        long total,
        Figures totals,
        List<Unresolved> unresolved)
        implements Tabular {

    static HoldingsPage of(Holdings all, List<QuestionLine> questions, Paging paging) {
        List<HeldItem> items = all.items().stream()
                .skip(paging.skipped())
                .limit(paging.size())
                .map(holding -> HeldItem.of(holding, questions))
                .toList();
        return new HoldingsPage(
                all.asOf(),
                all.knownAt(),
                all.currency(),
                items,
                paging.page(),
                paging.size(),
                all.items().size(),
                all.totals(),
                all.unresolved());
    }

    @Override
    public List<String> header() {
        return List.of(
                "isin",
                "symbol",
                "name",
                "assetClass",
                "currency",
                "quantity",
                "markPrice",
                "marketValue",
                "costBasis",
                "unrealizedPnl",
                "fxStatus",
                "fxRate",
                "fxDate",
                "fxSource",
                "reportingCurrency",
                "reportingMarketValue",
                "reportingCostBasis",
                "reportingUnrealizedPnl",
                "weight",
                "accounts",
                "open",
                "costsApart");
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return items.stream().map(HoldingsPage::row).toList();
    }

    private static List<@Nullable Object> row(HeldItem held) {
        Holding item = held.holding();
        @Nullable
        Object[] cells = {
            item.isin(),
            item.symbol(),
            item.name(),
            item.assetClass(),
            item.currency(),
            item.quantity(),
            item.markPrice(),
            item.marketValue(),
            item.costBasis(),
            item.unrealizedPnl(),
            item.fx().status(),
            item.fx().rate(),
            item.fx().date(),
            item.fx().source(),
            item.inReportingCurrency().currency(),
            item.inReportingCurrency().marketValue(),
            item.inReportingCurrency().costBasis(),
            item.inReportingCurrency().unrealizedPnl(),
            item.weight(),
            item.accounts().stream().map(HeldIn::account).map(Object::toString).collect(Collectors.joining(" ")),
            held.open().stream().map(HeldItem.Open::kind).distinct().collect(Collectors.joining(" ")),
            TableCells.sums(item.accounts().stream()
                    .flatMap(part -> part.costsApart().stream())
                    .toList())
        };
        return Arrays.asList(cells);
    }
}
