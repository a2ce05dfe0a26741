package io.dividendsomatic.ingestion.format.ibkr.flex;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How finely a row tells, from its column LevelOfDetail: a query can hold one thing at several levels. */
enum FlexLevel {
    /** The thing itself: an execution, a detail, a currency's own figures; also where no level is stated. */
    FACT,
    /** All executions of one order. */
    ORDER,
    /** Several things of one kind, instrument and day. */
    SUMMARY,
    /** The same in the base currency. */
    BASE,
    /** Evidence of lots, or sums over orders: never a fact of their own. */
    EVIDENCE;

    static FlexLevel of(@Nullable String level) {
        return switch (level == null ? "" : level.toUpperCase(Locale.ROOT).replace(' ', '_')) {
            case "ORDER" -> ORDER;
            case "SUMMARY" -> SUMMARY;
            case "BASECURRENCY", "BASE_CURRENCY", "BASE_SUMMARY" -> BASE;
            case "CLOSED_LOT",
                    "CLOSEDLOT",
                    "LOT",
                    "WASH_SALE",
                    "WASHSALE",
                    "SYMBOL_SUMMARY",
                    "ASSET_SUMMARY",
                    "UNDERLYING_SUMMARY" -> EVIDENCE;
            default -> FACT;
        };
    }
}
