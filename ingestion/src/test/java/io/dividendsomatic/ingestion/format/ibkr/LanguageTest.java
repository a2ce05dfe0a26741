package io.dividendsomatic.ingestion.format.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Period;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    private static final Language ENGLISH = Language.ALL.getFirst();
    private static final Language RUSSIAN = Language.ALL.get(1);

    @ParameterizedTest
    @ValueSource(strings = "ru")
    void every_language_has_a_word_for_everything_that_english_has(String code) throws IOException {
        assertThat(words(code)).isEqualTo(words("en"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "January 1, 2031 - February 18, 2031|2031-01-01|2031-02-18",
                "May 5, 2031|2031-05-05|2031-05-05",
            })
    void a_period_is_read(String text, LocalDate from, LocalDate to) {
        assertThat(PeriodText.find(text, ENGLISH)).contains(new Period(from, to));
    }

    @Test
    void a_period_is_read_in_its_own_language_only() {
        String text = "Январь 1, 2031 - Декабрь 31, 2031";
        assertThat(PeriodText.find(text, RUSSIAN)).isPresent();
        assertThat(PeriodText.find(text, ENGLISH)).isEmpty();
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
        assertThat(PeriodText.find(text, ENGLISH)).isEmpty();
    }

    private static Set<String> words(String code) throws IOException {
        var resource = Objects.requireNonNull(Language.class.getResourceAsStream("language/" + code + ".properties"));
        try (Reader reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(reader);
            return words.stringPropertyNames();
        }
    }
}
