package io.dividendsomatic.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberStyleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "-0.00|0",
                "10.50|10.5",
                "-3.25|-3.25",
                "+7|7",
                ".5|0.5",
                "1,000|1000",
                "-12,345,678.9|-12345678.9",
                "7.335E-6|0.000007335",
                "1e3|1000",
                "999999999999999|999999999999999",
                "0.000000000000000001|0.000000000000000001",
                "0E-99|0"
            })
    void a_number_is_read(String text, BigDecimal expected) {
        assertThat(NumberStyle.DOT.parse(text))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--"})
    void an_absent_value_is_not_zero(String text) {
        assertThat(NumberStyle.DOT.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100abc",
                "1,00",
                "1,0000",
                "1000,000",
                ",100",
                "1.2.3",
                "5.",
                "1 000",
                "10,5",
                "--5",
                "(5)",
                "NaN",
                "0x1F",
                "1e",
                "1e1000000000",
                "1e99",
                "1e-19",
                "100000000000000000000",
                "0.0000000000000000001",
                "٣"
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> NumberStyle.DOT.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void a_hostile_number_is_refused_at_once() {
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            for (String text :
                    new String[] {"1e1000000000", "9".repeat(400), "9".repeat(1_000_000), "1,".repeat(50_000)}) {
                assertThatThrownBy(() -> NumberStyle.DOT.parse(text)).isInstanceOf(NumberFormatException.class);
            }
        });
    }

    @Test
    void what_is_printed_is_read_again() {
        DecimalFormat grouped =
                new DecimalFormat("#,##0.##################", DecimalFormatSymbols.getInstance(Locale.ROOT));
        Seeded.forAll(random -> {
            BigDecimal value = new BigDecimal(new BigInteger(49, random), random.nextInt(19));
            BigDecimal signed = random.nextBoolean() ? value : value.negate();
            for (String text : new String[] {signed.toString(), signed.toPlainString(), grouped.format(signed)}) {
                assertThat(NumberStyle.DOT.parse(text))
                        .as(text)
                        .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(signed));
            }
        });
    }

    @Test
    void zeros_that_are_printed_at_the_end_are_counted() {
        assertThat(NumberStyle.DOT.digitsWithZeros("1,365.40")).isEqualTo(2);
        assertThat(NumberStyle.COMMA.digitsWithZeros("0,000")).isEqualTo(3);
        assertThat(NumberStyle.DOT.digitsWithZeros("365.41")).isNull();
        assertThat(NumberStyle.DOT.digitsWithZeros("500")).isNull();
        assertThat(NumberStyle.DOT.digitsWithZeros("1.5E10")).isNull();
    }
}
