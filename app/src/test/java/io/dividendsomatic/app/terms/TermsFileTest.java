package io.dividendsomatic.app.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dividendsomatic.dividends.history.StatedTerms;
import io.dividendsomatic.dividends.income.Frequency;
import io.dividendsomatic.dividends.income.ManualRate;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsFileTest {
    private static final Isin ALFA = new Isin("US000000AA16");
    private static final String FILE = """
            # what I know better
            rates:
              - {isin: US000000AA16, from: 2031-01-01, perPayment: 0.240, currency: USD, frequency: semi-annual}
              - {isin: US000000AA16, from: 2031-07-01, perPayment: "0.26", currency: USD, frequency: monthly}
            countries:
              - {isin: US000000AA16, country: NL}
            sectors:
              - {isin: US000000AA16, sector: Real estate}
            treaties:
              - {residence: FI, country: PT, percent: 10, from: 2031-01-01, source: a letter, stated: 2031-02-01}
            """;

    @Test
    void rates_countries_sectors_and_treaties_are_read_as_they_are_written() {
        StatedTerms terms = TermsFile.read(FILE);
        CurrencyCode dollars = new CurrencyCode("USD");
        assertThat(terms.rates())
                .isEqualTo(Map.of(
                        ALFA,
                        List.of(
                                new ManualRate(
                                        LocalDate.of(2031, 1, 1),
                                        new UnitPrice(new BigDecimal("0.240")),
                                        dollars,
                                        Frequency.SEMI_ANNUAL),
                                new ManualRate(
                                        LocalDate.of(2031, 7, 1),
                                        new UnitPrice(new BigDecimal("0.26")),
                                        dollars,
                                        Frequency.MONTHLY))));
        assertThat(terms.countries().decided()).isEqualTo(Map.of(ALFA, "NL"));
        assertThat(terms.sectors()).isEqualTo(Map.of(ALFA, "Real estate"));
        assertThat(terms.treaties().of("FI", "PT", LocalDate.of(2031, 3, 1)))
                .hasValueSatisfying(rate -> assertThat(rate.share()).isEqualByComparingTo("0.10"));
        assertThat(terms.treaties().of("FI", "US", LocalDate.of(2031, 3, 1))).isPresent();
    }

    @Test
    void a_file_without_words_states_nothing() {
        assertThat(TermsFile.read("# nothing\n\n")).isEqualTo(StatedTerms.NONE);
        assertThat(TermsFile.read("rates:\n")).isEqualTo(StatedTerms.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    semi-annual}|weekly}|entry 1 of rates
                    0.240|-1|entry 1 of rates
                    0.240|a lot|entry 1 of rates
                    2031-07-01|yesterday|entry 2 of rates
                    , country: NL|, country: nl|entry 1 of countries
                    sector: Real estate|sector: ' '|entry 1 of sectors
                    , sector: Real estate|''|entry 1 of sectors
                    , source: a letter|''|entry 1 of treaties
                    percent: 10|percent: 150|entry 1 of treaties
                    {isin: US000000AA16, country: NL}|{isin: US000000AA17, country: NL}|entry 1 of countries
                    treaties:|treatises:|treatises
                    percent: 10|percentage: 10|entry 1 of treaties
                    """)
    void what_cannot_be_read_is_told_with_its_place(String good, String bad, String told) {
        assertThatThrownBy(() -> TermsFile.read(FILE.replace(good, bad)))
                .isInstanceOf(TermsFile.Invalid.class)
                .hasMessageContaining(told);
    }
}
