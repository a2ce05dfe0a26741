package io.dividendsomatic.dividends.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerShareTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ALFA(US000000AA16) CASH DIVIDEND USD 0.25 PER SHARE (Ordinary Dividend) | 0.25 | USD
                    ALFA(US000000AA16) CASH DIVIDEND 0.19000000 USD PER SHARE - US TAX      | 0.19 | USD
                    DRIL.UN(CA000000DD53) CASH DIVIDEND CAD 0.033828 (Ordinary Dividend)    | 0.033828 | CAD
                    ALFA(US000000AA16) Наличный дивиденд USD 0.6136 на акцию                | 0.6136 | USD
                    DIV: WRLD.XLON.GB @ GBP 0.3951                                          | 0.3951 | GBP
                    Utdelning BETA.N 0.3 USD/aktie                                          | 0.3 | USD
                    Osinko KUUSI 0,22 EUR/osake                                             | 0.22 | EUR
                    """)
    void the_rate_is_read_from_the_words(String text, String amount, String currency) {
        assertThat(DividendWords.perShare(text)).contains(PerShare.of(amount, currency, PerShare.Origin.TEXT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ALFA(US000000AA16) Payment in Lieu of Dividend (Ordinary Dividend)
                    Withholding @ 20% on Credit Interest for Jul-2031
                    ALFA US Tax Withholding
                    ABC 12.5 NOT A CURRENCY
                    """)
    void no_rate_is_read_where_none_is(String text) {
        assertThat(DividendWords.perShare(text)).isEmpty();
    }

    @Test
    void money_for_a_tiny_part_of_a_share_is_rounded() {
        assertThat(PerShare.times(UnitPrice.of("0.123456789012"), Quantity.of("0.000123456789012345")))
                .hasToString("0.00001524");
    }

    @Test
    void a_finer_figure_agrees_when_it_rounds_to_the_coarser() {
        PerShare coarse = PerShare.of("0.033828", "CAD", PerShare.Origin.TEXT);
        assertThat(coarse.agreesWith(PerShare.of("0.0338275", "CAD", PerShare.Origin.COLUMN)))
                .isTrue();
        assertThat(coarse.agreesWith(PerShare.of("0.0339", "CAD", PerShare.Origin.COLUMN)))
                .isFalse();
        assertThat(PerShare.of("0.1", "USD", PerShare.Origin.TEXT)
                        .agreesWith(PerShare.of("0.12", "USD", PerShare.Origin.TEXT)))
                .isFalse();
    }
}
