package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.tax.Countries;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import java.time.YearMonth;

/** By what payments are summed up, by the names that the REST contract gives. */
public enum Grouping {
    YEAR("SUBSTRING(pay_month, 1, 4)"),
    MONTH("pay_month"),
    /** By ISIN, else by the broker's own name. */
    INSTRUMENT("instrument_group"),
    ACCOUNT("account"),
    CURRENCY("currency"),
    /** Nothing where neither the words of the tax nor an ISIN tell it. */
    COUNTRY("country");

    private static final String BY_ISIN = "isin:";

    private final String sql;

    Grouping(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    String of(Payment payment, Countries countries) {
        return switch (this) {
            case YEAR -> "%04d".formatted(payment.payDate().getYear());
            case MONTH -> YearMonth.from(payment.payDate()).toString();
            case INSTRUMENT -> instrument(payment);
            case ACCOUNT -> payment.account().toString();
            case CURRENCY -> payment.currency().code();
            case COUNTRY -> countries.of(payment).orElse("");
        };
    }

    /** The ISIN, else the broker's own name, else nothing. */
    static String instrument(Payment payment) {
        InstrumentKey key = payment.key();
        if (key == null) {
            return "";
        }
        return key.value().startsWith(BY_ISIN) ? key.value().substring(BY_ISIN.length()) : key.value();
    }
}
