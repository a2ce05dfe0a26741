package io.dividendsomatic.ingestion.format.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DividendTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ALFA(US000000AA16) Cash Dividend USD 0.12 per Share (Ordinary Dividend)|ALFA|US000000AA16|-|0.12|USD|false|-",
                "ALFA (US000000AA16) Cash Dividend USD 0.12 per Share - US Tax|ALFA|US000000AA16|-|0.12|USD|false|US",
                "ALFA(US000000AA16) CASH DIVIDEND USD 0.12 PER SHARE - US TAX|ALFA|US000000AA16|-|0.12|USD|false|US",
                "ALFA(900000001) Cash Dividend 0.12000000 USD per Share (Ordinary Dividend)|ALFA|-|900000001|0.12|USD|false|-",
                "ALFA(US000000AA16) Cash Dividend 0.12 per Share|ALFA|US000000AA16|-|0.12|-|false|-",
                "ALFA(US000000AA16) Payment in Lieu of Dividend (Ordinary Dividend)|ALFA|US000000AA16|-|-|-|true|-",
                "ALFA(US000000AA16) Payment in Lieu of Dividend - US Tax|ALFA|US000000AA16|-|-|-|true|US",
                "ALFA(US000000AA16) PAYMENT IN LIEU OF DIVIDEND USD 0.50|ALFA|US000000AA16|-|0.5|USD|true|-",
                "ALFA(US000000AA16) Cash Dividend - US Tax|ALFA|US000000AA16|-|-|-|false|US",
                "ALFA(US000000AA16) US Tax Withholding|ALFA|US000000AA16|-|-|-|false|-",
                "ALFA B(US000000AA16) Cash Dividend USD 0.12 per Share (Ordinary Div - NRA Withholding Exempt)"
                        + "|ALFA B|US000000AA16|-|0.12|USD|false|-",
                "ALFA(US000000AA16) Наличный дивиденд USD 0.12 на акцию (Обыкновенный дивиденд)"
                        + "|ALFA|US000000AA16|-|0.12|USD|false|-",
                "ALFA(US000000AA16) Наличный дивиденд USD 0.12 на акцию - US Налог|ALFA|US000000AA16|-|0.12|USD|false|US",
                "DRIL.UN(CA000000DD53) Cash Dividend CAD 1,000.5 per Share (Return of Capital)"
                        + "|DRIL.UN|CA000000DD53|-|1000.5|CAD|false|-",
                "ALFA(US000000AA17) Cash Dividend USD 0.12 per Share (Ordinary Dividend)|ALFA|-|-|0.12|USD|false|-",
                "(US000000AA16) Cash Dividend XYZ 0.12 per Share|-|US000000AA16|-|0.12|-|false|-",
            })
    void a_description_is_understood(
            String text,
            @Nullable String symbol,
            @Nullable String isin,
            @Nullable String conid,
            @Nullable String perShare,
            @Nullable String currency,
            boolean inLieu,
            @Nullable String country) {
        DividendText read = DividendText.find(text).orElseThrow();
        assertThat(read.symbol()).isEqualTo(symbol);
        assertThat(string(read.isin())).isEqualTo(isin);
        assertThat(read.conid()).isEqualTo(conid);
        assertThat(string(read.perShare())).isEqualTo(perShare);
        assertThat(string(read.currency())).isEqualTo(currency);
        assertThat(read.inLieu()).isEqualTo(inLieu);
        assertThat(read.taxCountry()).isEqualTo(country);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "USD Credit Interest for Apr-2031",
                "Withholding @ 30% on Credit Interest for Feb-2031",
                "Dividend Payment",
                "Cash Dividend (Ordinary Dividend)",
                "(US000000AA17) Cash Dividend",
            })
    void a_text_without_an_instrument_tells_nothing(String text) {
        assertThat(DividendText.find(text)).isEmpty();
    }

    @Test
    void a_missing_text_tells_nothing() {
        assertThat(DividendText.find(null)).isEqualTo(Optional.empty());
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }
}
