package io.dividendsomatic.ingestion.format.ibkr;

import java.util.List;

/** The sections of an Activity Statement that are read. */
enum Section {
    STATEMENT,
    ACCOUNT,
    POSITIONS,
    INSTRUMENTS,
    RATES;

    /** The columns without which none of its rows can be read. */
    List<String> required() {
        return switch (this) {
            case STATEMENT, ACCOUNT -> Heading.REQUIRED;
            case POSITIONS -> PositionRow.REQUIRED;
            case INSTRUMENTS -> InstrumentRow.REQUIRED;
            case RATES -> List.of("CurrencyPrimary", "FXRateToBase");
        };
    }
}
