package io.dividendsomatic.dividends.income;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

    @ParameterizedTest
    @CsvSource({
        "2, 0.693147180560",
        "1, 0.000000000000",
        "10, 2.302585092994",
        "0.5, -0.693147180560",
        "1.08, 0.076961041136"
    })
    void logarithms(String value, String expected) {
        assertThat(Percent.ln(new BigDecimal(value)).setScale(12, RoundingMode.HALF_UP))
                .isEqualByComparingTo(expected);
    }

    @Test
    void a_root_to_its_power_is_the_number() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            BigDecimal value = BigDecimal.valueOf(1 + random.nextInt(10_000_000), 4);
            int degree = 1 + random.nextInt(5);
            assertThat(Percent.root(value, degree).pow(degree).subtract(value).abs())
                    .as("seed %d, root %d of %s", seed, degree, value)
                    .isLessThan(new BigDecimal("1E-8"));
        }
    }
}
