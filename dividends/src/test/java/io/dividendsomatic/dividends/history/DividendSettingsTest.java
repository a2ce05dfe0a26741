package io.dividendsomatic.dividends.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.checks.CheckRules;
import io.dividendsomatic.dividends.outlook.Patience;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DividendSettingsTest {

    private static DividendSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("dividendsomatic.dividends", DividendSettings.class);
    }

    @Test
    void without_any_setting_all_is_as_usual() {
        assertThat(bound(Map.of()).missing().patience()).isEqualTo(Patience.USUAL);
        assertThat(bound(Map.of()).checks().rules()).isEqualTo(CheckRules.USUAL);
    }

    @Test
    void what_is_set_changes_and_the_rest_stays() {
        DividendSettings settings = bound(Map.of(
                "dividendsomatic.dividends.missing.habit-days", "30",
                "dividendsomatic.dividends.checks.currencies", "PLN",
                "dividendsomatic.dividends.checks.of-country.PL", "PLN,EUR",
                "dividendsomatic.dividends.checks.highest.USD", "75",
                "dividendsomatic.dividends.checks.outlier-ratio", "5"));
        CheckRules rules = settings.checks().rules();
        CurrencyCode zloty = new CurrencyCode("PLN");
        CurrencyCode dollars = new CurrencyCode("USD");

        assertThat(settings.missing().patience())
                .isEqualTo(new Patience(5, 30, new BigDecimal("0.01"), new BigDecimal("0.01")));
        assertThat(rules.currencies()).contains(zloty, dollars);
        assertThat(rules.ofCountry()).containsEntry("PL", Set.of(zloty, new CurrencyCode("EUR")));
        assertThat(rules.ofCountry()).containsEntry("US", Set.of(dollars));
        assertThat(rules.highest()).containsEntry(dollars, new BigDecimal("75"));
        assertThat(rules.outlierRatio()).isEqualByComparingTo("5");
    }
}
