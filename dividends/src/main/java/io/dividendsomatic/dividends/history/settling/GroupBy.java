package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.tax.Countries;
import java.util.ArrayList;
import java.util.List;

/** A grouping, with the countries that the user decided: those do not stand in the table. */
public record GroupBy(Grouping grouping, Countries countries) {

    String sql() {
        return decides()
                ? "CASE isin " + "WHEN ? THEN ? ".repeat(countries.decided().size()) + "ELSE country END"
                : grouping.sql();
    }

    List<Object> parameters() {
        List<Object> parameters = new ArrayList<>();
        if (decides()) {
            countries.decided().forEach((isin, country) -> {
                parameters.add(isin.code());
                parameters.add(country);
            });
        }
        return parameters;
    }

    String of(Payment payment) {
        return grouping.of(payment, countries);
    }

    private boolean decides() {
        return grouping == Grouping.COUNTRY && !countries.decided().isEmpty();
    }
}
