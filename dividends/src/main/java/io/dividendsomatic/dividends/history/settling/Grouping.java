package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;

/** By what payments are summed up, by the names that the REST contract gives. */
public enum Grouping {
    YEAR,
    MONTH,
    /** By ISIN, else by the broker's own name. */
    INSTRUMENT,
    ACCOUNT,
    CURRENCY,
    /** Nothing where neither the words of the tax nor an ISIN tell it. */
    COUNTRY;

    private static final String BY_ISIN = "isin:";

    /** The ISIN, else the broker's own name, else nothing. */
    static String instrument(Payment payment) {
        InstrumentKey key = payment.key();
        if (key == null) {
            return "";
        }
        return key.value().startsWith(BY_ISIN) ? key.value().substring(BY_ISIN.length()) : key.value();
    }
}
