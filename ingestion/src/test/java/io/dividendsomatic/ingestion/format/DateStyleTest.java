package io.dividendsomatic.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateStyleTest {

    @ParameterizedTest
    @ValueSource(strings = {"2032-02-29", "20320229"})
    void a_day_is_read(String text) {
        assertThat(DateStyle.ISO_OR_BASIC.find(text)).contains(LocalDate.of(2032, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "-2031-01-01", "+12031-01-01", "18991231", "2200-01-01"})
    void a_day_that_no_statement_speaks_of_is_none(String text) {
        assertThat(DateStyle.ISO_OR_BASIC.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2031-02-29", "20310231", "31.02.2031", "2031-2-3", "2031-03-03x", "", "2031-03-03;120000"})
    void anything_else_is_no_day(String text) {
        assertThat(DateStyle.ISO_OR_BASIC.find(text)).isEmpty();
    }
}
