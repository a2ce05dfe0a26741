package io.dividendsomatic.portfolio.statement;

/** A line of the statement's own heading, such as its period or the account's base currency. */
public record StatementDetail(Field field, String value) implements StatementRow {

    /** The lines of a heading that mean something to us. */
    public enum Field {
        TITLE,
        PERIOD,
        WHEN_GENERATED,
        ACCOUNT,
        BASE_CURRENCY
    }
}
