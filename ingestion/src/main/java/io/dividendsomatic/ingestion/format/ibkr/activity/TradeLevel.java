package io.dividendsomatic.ingestion.format.ibkr.activity;

/** What a row of the section Trades is; an order, its executions and the lots that they close tell one trade. */
enum TradeLevel {
    ORDER,
    EXECUTION,
    CLOSED_LOT,
    WASH_SALE
}
