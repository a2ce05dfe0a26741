package io.dividendsomatic.portfolio.ledger.reconciliation;

/** What is compared, by the names that the REST contract gives it. */
public enum Item {
    POSITION_QUANTITY,
    POSITION_COST,
    CASH,
    /** Also payments in lieu, which many reports count in the same total. */
    DIVIDENDS,
    WITHHOLDING_TAX,
    /** And withdrawals. */
    DEPOSITS,
    FEES,
    INTEREST,
    COMMISSIONS,
    NET_ASSET_VALUE
}
