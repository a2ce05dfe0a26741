package io.dividendsomatic.dividends.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreatyRatesTest {
    private static final LocalDate DAY = LocalDate.of(2031, 1, 15);

    @Test
    void each_entry_of_the_table_says_who_states_it_and_when() {
        assertThat(TreatyRates.builtIn().all()).isNotEmpty().allSatisfy(rate -> {
            assertThat(rate.source()).isNotBlank();
            assertThat(rate.stated()).isNotNull();
            assertThat(rate.country()).hasSize(2);
            assertThat(rate.share()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        });
    }

    @Test
    void an_entry_is_valid_from_and_to_a_day() {
        TreatyRates rates = TreatyRates.builtIn();
        assertThat(rates.of("FI", "PT", LocalDate.of(2018, 12, 31))).isPresent();
        assertThat(rates.of("FI", "PT", LocalDate.of(2019, 1, 1))).isEmpty();
        assertThat(rates.of("FI", "LK", LocalDate.of(2019, 1, 1)))
                .map(TreatyRate::share)
                .contains(new BigDecimal("0.10"));
    }

    @Test
    void what_the_user_adds_counts_more() {
        TreatyRates rates = TreatyRates.builtIn().extendedBy(TreatyRates.read("""
                        # mine
                        - {residence: FI, country: US, percent: 12.5, from: 2030-01-01, source: letter of the tax office, stated: 2030-02-01}
                        """));
        assertThat(rates.of("FI", "US", DAY)).map(TreatyRate::share).contains(new BigDecimal("0.125"));
        assertThat(rates.of("FI", "US", LocalDate.of(2029, 12, 31)))
                .map(TreatyRate::share)
                .contains(new BigDecimal("0.15"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "residence: FI",
                "- {residence: FI, country: US, percent: many, source: x, stated: 2030-02-01}",
                "- {residence: FI, country: US, percent: 15, source: x}",
                "- {residence: FI, country: US, percent: 15, source: x, stated: 2030-02-01, note: y}"
            })
    void a_line_that_is_no_entry_is_named(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TreatyRates.read("# table\n" + line))
                .withMessageContaining("line 2");
    }
}
