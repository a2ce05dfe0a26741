package io.dividendsomatic.ingestion.format.ibkr.history;

/** What a transaction is, by the word of its column Transaction Type. */
enum TransactionKind {
    BUY,
    SELL,
    ASSIGNMENT,
    EXERCISE,
    EXPIRATION,
    DIVIDEND,
    IN_LIEU,
    TAX,
    INTEREST,
    DEPOSIT,
    WITHDRAWAL,
    TRANSFER,
    FEE,
    ADJUSTMENT,
    FOREX
}
