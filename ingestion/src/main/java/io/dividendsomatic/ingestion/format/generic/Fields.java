package io.dividendsomatic.ingestion.format.generic;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that mappings give to values; the currency of a figure {@code x} is called {@code xCurrency}. */
final class Fields {
    private static final Set<String> TEXTS = Set.of(
            "type",
            "category",
            "action",
            "symbol",
            "isin",
            "cusip",
            "figi",
            "conid",
            "name",
            "exchange",
            "assetClass",
            "description",
            "counterparty",
            "transaction",
            "trade",
            "order",
            "event",
            "currency");
    private static final Set<String> TIMES = Set.of("date", "time", "settleDate", "reportDate", "exDate", "bought");
    private static final Set<String> COUNTS = Set.of("quantity", "holding", "received", "held", "fxRate", "multiplier");
    private static final Set<String> MONEY = Set.of(
            "price",
            "amount",
            "gross",
            "net",
            "fee",
            "tax",
            "settled",
            "counter",
            "value",
            "cost",
            "costPrice",
            "gain",
            "balance",
            "rate",
            "purchaseCosts",
            "saleCosts");

    private static final Set<String> ALL = Stream.of(
                    TEXTS.stream(),
                    TIMES.stream(),
                    COUNTS.stream(),
                    MONEY.stream(),
                    MONEY.stream().map(Fields::currencyOf))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());

    private Fields() {}

    static boolean isField(String name) {
        return ALL.contains(name);
    }

    static String currencyOf(String figure) {
        return figure + "Currency";
    }
}
