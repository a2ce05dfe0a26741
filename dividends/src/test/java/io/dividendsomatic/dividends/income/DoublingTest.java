package io.dividendsomatic.dividends.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoublingTest {

    @ParameterizedTest
    @CsvSource({"8, 72, 9.0, 9.0", "2, 70, 35.0, 35.0", "1, 70, 69.7, 70.0", "14, 74, 5.3, 5.3", "200, 74, 0.6, 0.4"})
    void money_doubles_in_so_many_years(String percent, int numerator, String exact, String approximate) {
        Doubling doubling = Doubling.at(new BigDecimal(percent));
        assertThat(doubling.numerator()).isEqualTo(numerator);
        assertThat(doubling.exactYears()).hasToString(exact);
        assertThat(doubling.approximateYears()).hasToString(approximate);
    }

    @Test
    void milestones_are_doublings() {
        assertThat(Doubling.at(new BigDecimal("8")).milestones())
                .extracting(milestone -> milestone.times() + "x " + milestone.years())
                .containsExactly("1x 0.0", "2x 9.0", "4x 18.0", "8x 27.0", "16x 36.0");
    }

    @Test
    void nothing_doubles_without_a_yield() {
        assertThatIllegalArgumentException().isThrownBy(() -> Doubling.at(BigDecimal.ZERO));
    }
}
