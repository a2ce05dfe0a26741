package io.dividendsomatic.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberProofTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"12,5", "0,887", "1.234,5", "1.234 12,5", "1.234.567", "-0,5 1,234", "100 2000", "7 abc", "1,234"
            })
    void a_number_with_a_decimal_comma_proves_it_and_without_proof_it_is_declared(String numbers) {
        assertThat(style(numbers)).isSameAs(NumberStyle.COMMA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "0.887", "1,234.5", "1,234 12.5", "1,234,567", "-0.5 1.234"})
    void one_number_with_a_decimal_point_proves_it(String numbers) {
        assertThat(style(numbers)).isSameAs(NumberStyle.DOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,5 12.5", "0.5 1.234.567", "1.234", "1.234 5,678", "100 2.500 abc"})
    void numbers_that_prove_both_or_leave_it_open_refuse_the_file(String numbers) {
        assertThatThrownBy(() -> style(numbers)).isInstanceOf(RefusedFile.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1.234 5,678", "100 2.500 abc"})
    void a_broker_that_groups_by_dots_leaves_nothing_open(String numbers) {
        assertThat(proof(numbers).style(true)).isSameAs(NumberStyle.COMMA);
    }

    private static NumberStyle style(String numbers) {
        return proof(numbers).style(false);
    }

    private static NumberProof proof(String numbers) {
        NumberProof proof = new NumberProof();
        SourceText source = SourceText.decode(numbers.getBytes(StandardCharsets.UTF_8));
        for (String number : numbers.split(" ", -1)) {
            proof.look(new CsvRow(source, 1, 1, List.of(number), false), number);
        }
        return proof;
    }
}
