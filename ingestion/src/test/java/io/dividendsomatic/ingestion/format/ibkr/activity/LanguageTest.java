package io.dividendsomatic.ingestion.format.ibkr.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.format.ibkr.LanguageTable;
import io.dividendsomatic.ingestion.format.ibkr.PeriodText;
import io.dividendsomatic.portfolio.kernel.Period;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    private static final Language ENGLISH = new Language(LanguageTable.BUILT_IN.getFirst());
    private static final Language RUSSIAN = new Language(LanguageTable.BUILT_IN.get(1));

    @Test
    void every_language_has_a_word_for_everything_that_english_has() {
        assertThat(LanguageTable.BUILT_IN)
                .allSatisfy(table -> assertThat(table.meanings())
                        .isEqualTo(LanguageTable.BUILT_IN.getFirst().meanings()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "January 1, 2031 - February 18, 2031|2031-01-01|2031-02-18",
                "May 5, 2031|2031-05-05|2031-05-05",
            })
    void a_period_is_read(String text, LocalDate from, LocalDate to) {
        assertThat(PeriodText.find(text, ENGLISH::month)).contains(new Period(from, to));
    }

    @Test
    void a_period_is_read_in_its_own_language_only() {
        String text = "Январь 1, 2031 - Декабрь 31, 2031";
        assertThat(PeriodText.find(text, RUSSIAN::month)).isPresent();
        assertThat(PeriodText.find(text, ENGLISH::month)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "February 31, 2031",
                "March 3, 2031 - March 2, 2031",
                "2031-01-01 - 2031-12-31",
                "March 3, 2031 -",
                ""
            })
    void anything_else_is_no_period(String text) {
        assertThat(PeriodText.find(text, ENGLISH::month)).isEmpty();
    }
}
