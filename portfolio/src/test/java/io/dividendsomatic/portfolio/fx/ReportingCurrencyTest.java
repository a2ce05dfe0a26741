package io.dividendsomatic.portfolio.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportingCurrencyTest {
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final CurrencyCode SEK = new CurrencyCode("SEK");
    private static final CurrencyCode USD = new CurrencyCode("USD");

    @Test
    void what_is_asked_for_comes_first_and_then_what_is_configured() {
        List<Optional<CurrencyCode>> bases = List.of(Optional.of(SEK));
        assertThat(ReportingCurrency.of(USD, EUR, bases)).isEqualTo(USD);
        assertThat(ReportingCurrency.of(null, EUR, bases)).isEqualTo(EUR);
    }

    @Test
    void a_base_that_all_accounts_share_is_the_next_best() {
        assertThat(ReportingCurrency.of(null, null, List.of(Optional.of(SEK), Optional.of(SEK))))
                .isEqualTo(SEK);
    }

    @Test
    void else_it_is_the_euro() {
        assertThat(ReportingCurrency.of(null, null, List.of(Optional.of(SEK), Optional.of(USD))))
                .isEqualTo(EUR);
        assertThat(ReportingCurrency.of(null, null, List.of(Optional.of(SEK), Optional.empty())))
                .isEqualTo(EUR);
        assertThat(ReportingCurrency.of(null, null, List.of())).isEqualTo(EUR);
    }
}
