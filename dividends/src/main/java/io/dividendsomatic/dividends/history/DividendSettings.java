package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.checks.CheckRules;
import io.dividendsomatic.dividends.outlook.Patience;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** From when on money is missing, and from when on a payment looks wrong. */
@ConfigurationProperties("dividendsomatic.dividends")
public record DividendSettings(
        @DefaultValue Missing missing, @DefaultValue Checks checks) {

    /**
     * As in {@link Patience}.
     *
     * @param taxPoints by which a rate of tax may differ, 0.01 for one percentage point
     */
    public record Missing(
            @DefaultValue("5") int declaredDays,
            @DefaultValue("20") int habitDays,
            @DefaultValue("0.01") BigDecimal share,
            @DefaultValue("0.01") BigDecimal taxPoints) {
        Patience patience() {
            return new Patience(declaredDays, habitDays, share, taxPoints);
        }
    }

    /**
     * As in {@link CheckRules}; what is not named stays as it usually is.
     *
     * @param currencies in which dividends are expected, besides the usual ones
     * @param ofCountry currencies by the first letters of the ISIN
     * @param highest plausible rate per share by currency
     */
    public record Checks(
            @DefaultValue Set<String> currencies,
            @DefaultValue Map<String, Set<String>> ofCountry,
            @DefaultValue Map<String, BigDecimal> highest,
            @DefaultValue("50") BigDecimal highestOtherwise,
            @DefaultValue("10") BigDecimal outlierRatio,
            @DefaultValue("1825") int medianDays) {
        public Checks {
            currencies = Set.copyOf(currencies);
            ofCountry = Map.copyOf(ofCountry);
            highest = Map.copyOf(highest);
        }

        /** Throws IllegalArgumentException for what is no currency. */
        CheckRules rules() {
            CheckRules usual = CheckRules.USUAL;
            Set<CurrencyCode> known = new HashSet<>(usual.currencies());
            currencies.forEach(code -> known.add(new CurrencyCode(code)));
            Map<String, Set<CurrencyCode>> countries = new HashMap<>(usual.ofCountry());
            ofCountry.forEach((country, codes) -> countries.put(
                    country, codes.stream().map(CurrencyCode::new).collect(Collectors.toUnmodifiableSet())));
            Map<CurrencyCode, BigDecimal> limits = new HashMap<>(usual.highest());
            highest.forEach((code, limit) -> limits.put(new CurrencyCode(code), limit));
            return new CheckRules(known, countries, limits, highestOtherwise, outlierRatio, medianDays);
        }
    }
}
