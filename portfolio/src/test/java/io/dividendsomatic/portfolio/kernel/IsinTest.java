package io.dividendsomatic.portfolio.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsinTest {

    @ParameterizedTest
    @ValueSource(strings = {"US000000AA16", "US000000BB22", "FI0000000011", "SE0000000028", "CA000000DD53"})
    void a_right_check_digit_makes_an_isin(String code) {
        assertThat(Isin.find(code)).map(Isin::isInternal).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"US000000AA17", "US000000AA1", "us000000AA16", "US000000AA1X", "ALFA", "", "037833100"})
    void anything_else_is_none(String code) {
        assertThat(Isin.find(code)).isEmpty();
        assertThatThrownBy(() -> new Isin(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX0000000017", "ZZ0000000013", "QS0000000012"})
    void a_private_prefix_is_internal_when_its_digit_is_right(String code) {
        String prefix = code.substring(0, 11);
        Isin isin = IntStream.range(0, 10)
                .mapToObj(digit -> Isin.find(prefix + digit))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
        assertThat(isin.isInternal()).isTrue();
    }
}
