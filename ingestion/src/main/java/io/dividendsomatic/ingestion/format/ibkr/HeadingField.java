package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.portfolio.statement.StatementDetail.Field;

/** The lines of a statement's heading that mean something to us. */
public enum HeadingField {
    TITLE(Field.TITLE),
    PERIOD(Field.PERIOD),
    FROM_DATE(Field.PERIOD),
    TO_DATE(Field.PERIOD),
    WHEN_GENERATED(Field.WHEN_GENERATED),
    ACCOUNT(Field.ACCOUNT),
    BASE_CURRENCY(Field.BASE_CURRENCY);

    private final Field meaning;

    HeadingField(Field meaning) {
        this.meaning = meaning;
    }

    public Field meaning() {
        return meaning;
    }
}
