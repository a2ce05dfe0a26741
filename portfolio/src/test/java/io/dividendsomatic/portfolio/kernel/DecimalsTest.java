package io.dividendsomatic.portfolio.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({"10.0,10", "1E+3,1000", "-0.00,0", "0.10,0.1", "1.000000000000000001,1.000000000000000001"})
    void equal_numbers_have_one_form(String written, String kept) {
        assertThat(Quantity.of(written)).isEqualTo(Quantity.of(kept)).hasToString(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "1e-1000000000", "100000000000000000000", "0.0000000000000000001"})
    void a_number_beyond_the_bounds_is_refused_at_once(String written) {
        assertThatThrownBy(() -> Amount.of(written)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_rate_is_above_zero() {
        assertThatThrownBy(() -> new FxRate(BigDecimal.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void two_currencies_are_never_added() {
        assertThat(Money.of("84.00", "USD").plus(Money.of("36", "USD"))).isEqualTo(Money.of("120", "USD"));
        assertThatThrownBy(() -> Money.of("1", "USD").plus(Money.of("1", "EUR")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
