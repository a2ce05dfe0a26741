package io.dividendsomatic.ingestion.format.ibkr.activity;

/** The sections of an Activity Statement that have a meaning to us; their names stand in stored events. */
enum Section {
    STATEMENT,
    ACCOUNT,
    NET_ASSET_VALUE,
    CHANGE_IN_NAV,
    MARK_TO_MARKET,
    CASH_REPORT,
    OPEN_POSITIONS,
    FOREX_BALANCES,
    TRADES,
    TRANSACTION_FEES,
    COMMISSION_ADJUSTMENTS,
    CORPORATE_ACTIONS,
    TRANSFERS,
    GRANTS,
    DEPOSITS_AND_WITHDRAWALS,
    FEES,
    BORROW_FEES,
    SALES_TAX,
    DIVIDENDS,
    PAYMENTS_IN_LIEU,
    WITHHOLDING_TAX,
    INTEREST,
    INTEREST_ACCRUALS,
    DIVIDEND_ACCRUALS,
    OPEN_ACCRUALS,
    RATES,
    INSTRUMENTS,
    PERFORMANCE,
    REMARKS
}
