package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The unit of a row's figures: a currency, or the hundredth of one that an exchange quotes in (London pence as
 * {@code GBp} or {@code GBX}, Johannesburg cents as {@code ZAc}, Tel Aviv agorot as {@code ILA}). The hundredths are
 * turned into their currency here, once; behind the parser there are whole currencies only.
 *
 * @param decimals by how many places a figure's point moves to the left
 */
public record CurrencyUnit(CurrencyCode currency, int decimals) {
    private static final Map<String, String> HUNDREDTHS =
            Map.of("GBp", "GBP", "GBX", "GBP", "ZAc", "ZAR", "ZAC", "ZAR", "ILA", "ILS");

    /** Other codes of the same currency. */
    private static final Map<String, String> SYNONYMS = Map.of("XBT", "BTC");

    /** The unit of that code, or nothing: an unknown code is never a guess. */
    public static Optional<CurrencyUnit> find(String code) {
        String whole = HUNDREDTHS.get(code);
        return whole != null
                ? Optional.of(new CurrencyUnit(new CurrencyCode(whole), 2))
                : CurrencyCode.find(SYNONYMS.getOrDefault(code, code)).map(currency -> new CurrencyUnit(currency, 0));
    }

    /** A price or an amount, in the currency. */
    public BigDecimal inCurrency(BigDecimal figure) {
        return figure.movePointLeft(decimals);
    }

    /** A rate from one of these units, as a rate from the currency. */
    public BigDecimal rateOfCurrency(BigDecimal rate) {
        return rate.movePointRight(decimals);
    }
}
