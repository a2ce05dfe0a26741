package io.dividendsomatic.ingestion.source.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.prices.VendorPrices.Held;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingsTest {

    @ParameterizedTest
    @CsvSource({
        "US000000AA16, ALFA, NYSE, USD, ALFA, ALFA, ALFA.US",
        "US000000AA16, ALFA, , USD, ALFA, ALFA, ALFA.US",
        "US000000AA16, ALFA PRA, NYSE, USD, ALFA-PA, ALFA-PA, ALFA-PA.US",
        "US000000AA16, ALFA B, NASDAQ, USD, ALFA-B, ALFA-B, ALFA-B.US",
        "FI0000000011, KUUSI, HEX, EUR, KUUSI.HE, , KUUSI.HE",
        "FI0000000011, KUUSIh, , EUR, KUUSI.HE, , KUUSI.HE",
        "FI0000000011, KUUSI, OSE, NOK, KUUSI.OL, , KUUSI.OL",
        "FI0000000011, KUUSIo, OSE, NOK, KUUSI.OL, , KUUSI.OL",
        "FI0000000011, KUUSI, SFB, SEK, KUUSI.ST, , KUUSI.ST",
        "US000000AA16, DRIL.UN, TSE, CAD, DRIL-UN.TO, , DRIL-UN.TO",
        "US000000AA16, 1, SEHK, HKD, 0001.HK, ,",
        "US000000AA16, 7203, TSEJ, JPY, 7203.T, ,",
        "US000000AA16, ALFA, LSE, GBP, ALFA.L, ,",
        "US000000AA16, ALFA, IBIS, EUR, ALFA.DE, , ALFA.XETRA",
        "US000000AA16, ALFA, FWB2, EUR, ALFA.F, , ALFA.F",
        "US000000AA16, ALFA, SBF, EUR, ALFA.PA, , ALFA.PA",
    })
    void an_exchange_has_its_suffix(
            String isin,
            String symbol,
            @Nullable String exchange,
            String currency,
            String yahoo,
            @Nullable String finnhub,
            @Nullable String eodhd) {
        Held held = new Held(new Isin(isin), symbol, exchange, new CurrencyCode(currency));
        assertThat(Listings.yahoo(held)).contains(yahoo);
        assertThat(Listings.finnhub(held).orElse(null)).isEqualTo(finnhub);
        assertThat(Listings.eodhd(held).orElse(null)).isEqualTo(eodhd);
    }

    @ParameterizedTest
    @CsvSource({"US000000AA16, ALFA, , EUR", "US000000AA16, ALFA, XYZ, USD", "US000000AA16, , NYSE, USD"})
    void nothing_is_guessed(String isin, @Nullable String symbol, @Nullable String exchange, String currency) {
        Held held = new Held(new Isin(isin), symbol, exchange, new CurrencyCode(currency));
        assertThat(Listings.yahoo(held)).isEmpty();
        assertThat(Listings.finnhub(held)).isEmpty();
        assertThat(Listings.eodhd(held)).isEmpty();
    }
}
