package io.dividendsomatic.ingestion.format.ibkr;

import java.util.List;

/** The sections of an Activity Statement that are read, with the columns without which none of their rows can be. */
enum Section {
    STATEMENT(Heading.REQUIRED),
    ACCOUNT(Heading.REQUIRED),
    POSITIONS(PositionRow.REQUIRED),
    INSTRUMENTS(InstrumentRow.REQUIRED),
    RATES(List.of("CurrencyPrimary", "FXRateToBase"));

    private final List<String> required;

    Section(List<String> required) {
        this.required = required;
    }

    List<String> required() {
        return required;
    }
}
