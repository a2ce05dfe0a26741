package io.dividendsomatic.ingestion.format.generic;

/** What a row of a table can tell, in the words of mappings. */
enum Kind {
    BUY(-1),
    SELL(1),
    /** A purchase or a sale, by the sign of its quantity. */
    TRADE(0),
    DIVIDEND(1),
    PAYMENT_IN_LIEU(1),
    WITHHOLDING_TAX(-1),
    INTEREST(0),
    FEE(-1),
    DEPOSIT(1),
    WITHDRAWAL(-1),
    /** Money paid in or taken out, by its sign. */
    CASH(0),
    FX(0),
    /** Securities or money moved between the owner's accounts, in or out by the sign. */
    TRANSFER(0),
    TRANSFER_IN(1),
    TRANSFER_OUT(-1),
    CORPORATE_ACTION(0),
    POSITION(0),
    FX_RATE(0),
    CASH_BALANCE(0),
    /** The balance of no stated day: a sum to compare with. */
    ENDING_CASH(0),
    NET_ASSET_VALUE(0),
    HOLDING(0),
    REALIZED_GAIN(0);

    /** 1 where it brings cash, -1 where it costs, 0 where it may do either. */
    final int cash;

    Kind(int cash) {
        this.cash = cash;
    }
}
