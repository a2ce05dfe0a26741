package io.dividendsomatic.portfolio.ledger.lots;

/** Which units a sale takes first. */
public enum Method {
    FIFO,
    AVERAGE
}
