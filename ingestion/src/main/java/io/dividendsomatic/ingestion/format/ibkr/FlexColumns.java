package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.Header;
import java.util.Map;
import java.util.Set;

/**
 * The column names of Flex queries, which serve as the vocabulary for every file of this broker. A Flex query has the
 * columns that its owner ticked, in the owner's order.
 */
final class FlexColumns {
    /** Older or shorter names of the same columns. */
    private static final Map<String, String> SYNONYMS = Map.of(
            "AccountId", "ClientAccountID",
            "Currency", "CurrencyPrimary",
            "AssetCategory", "AssetClass");

    /** Names of which no data row holds three; among them one of each table that a query can put behind positions. */
    private static final Set<String> TELLING = Set.of(
            "ClientAccountID",
            "AccountId",
            "ReportDate",
            "CurrencyPrimary",
            "Currency",
            "Symbol",
            "Description",
            "AssetClass",
            "Conid",
            "ISIN",
            "FXRateToBase",
            "Quantity",
            "MarkPrice",
            "PositionValue",
            "GrossRate",
            "ExDate",
            "PayDate",
            "SettleDate",
            "TradeDate",
            "NetAmount",
            "Amount",
            "TradeID",
            "TransactionID",
            "ActivityCode",
            "StartingCash",
            "EndingCash");

    private FlexColumns() {}

    static Header bind(CsvRow row) {
        return Header.of(row, name -> SYNONYMS.getOrDefault(name, name));
    }

    /** Whether a record holds column names: the broker repeats them for each account or day, and for each table. */
    static boolean isHeader(CsvRow row) {
        int telling = 0;
        for (String cell : row.cells()) {
            telling += TELLING.contains(cell) ? 1 : 0;
        }
        return telling >= 3;
    }
}
