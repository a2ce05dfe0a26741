package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.transactions.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the ledger.
 *
 * @param asOf the last day that counted; absent where the question names none
 */
record TransactionsPage(
        @Nullable LocalDate asOf, Instant knownAt, List<Transaction> items, int page, int size, long total)
        implements Tabular {

    @Override
    public List<String> header() {
        return List.of(
                "factId",
                "account",
                "kind",
                "tradeDate",
                "settleDate",
                "isin",
                "symbol",
                "name",
                "quantity",
                "price",
                "amount",
                "currency",
                "counterAmount",
                "counterCurrency",
                "fee",
                "feeCurrency",
                "tax",
                "taxCurrency",
                "description",
                "fxStatus",
                "fxRate",
                "fxDate",
                "fxSource",
                "reportingCurrency",
                "reportingAmount",
                "costsApart",
                "statedCost",
                "statedCostCurrency");
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return items.stream().map(TransactionsPage::row).toList();
    }

    private static List<@Nullable Object> row(Transaction item) {
        return Arrays.<@Nullable Object>asList(
                item.factId(),
                item.account(),
                item.kind(),
                item.tradeDate(),
                item.settleDate(),
                item.isin(),
                item.symbol(),
                item.name(),
                item.quantity(),
                item.price(),
                TableCells.amount(item.amount()),
                TableCells.currency(item.amount()),
                TableCells.amount(item.counterAmount()),
                TableCells.currency(item.counterAmount()),
                TableCells.amount(item.fee()),
                TableCells.currency(item.fee()),
                TableCells.amount(item.tax()),
                TableCells.currency(item.tax()),
                item.description(),
                item.fx().status(),
                item.fx().rate(),
                item.fx().date(),
                item.fx().source(),
                item.inReportingCurrency().currency(),
                item.inReportingCurrency().amount(),
                TableCells.sums(item.costsApart()),
                TableCells.amount(item.statedCost()),
                TableCells.currency(item.statedCost()));
    }
}
