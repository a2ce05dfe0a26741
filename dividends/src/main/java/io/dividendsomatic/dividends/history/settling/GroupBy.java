package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.tax.Countries;

/** A grouping, with the countries that the user decided. */
public record GroupBy(Grouping grouping, Countries countries) {

    public String of(PaidAmount amount) {
        return switch (grouping) {
            case YEAR -> amount.month().substring(0, amount.month().lastIndexOf('-'));
            case MONTH -> amount.month();
            case INSTRUMENT -> amount.instrument();
            case ACCOUNT -> amount.account().toString();
            case CURRENCY -> amount.currency().code();
            case COUNTRY -> country(amount);
        };
    }

    private String country(PaidAmount amount) {
        String decided = amount.isin() == null ? null : countries.decided().get(amount.isin());
        return decided == null ? amount.country() : decided;
    }
}
