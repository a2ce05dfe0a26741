package io.dividendsomatic.portfolio.ledger.reconciliation;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a printed figure may be from ours because it was rounded: half a unit of its last digit. Figures are kept
 * without trailing zeros, so the digits are those of the finest figure of its kind in the file, and never fewer than
 * those below which no broker rounds.
 *
 * @param half of a unit of the last printed digit
 */
public record Tolerance(BigDecimal half) {
    /** IBKR prints fractions of shares to four digits; a broker without fractions prints whole numbers. */
    private static final int DIGITS_OF_UNITS = 4;
    /** A satoshi; of currencies that ISO 4217 does not list. */
    private static final int DIGITS_OF_DIGITAL_CURRENCIES = 8;
    /** For figures in a currency that the file does not name. */
    private static final int DIGITS_OF_MONEY = 2;

    private static final Map<String, Integer> DIGITS = Currency.getAvailableCurrencies().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Currency::getCurrencyCode, Currency::getDefaultFractionDigits, Math::max));

    private static final BigDecimal HALF = new BigDecimal("0.5");

    static Tolerance ofUnits(Collection<BigDecimal> printed) {
        return of(printed, DIGITS_OF_UNITS);
    }

    static Tolerance ofMoney(Collection<BigDecimal> printed, @Nullable CurrencyCode currency) {
        return of(printed, currency == null ? DIGITS_OF_MONEY : digits(currency));
    }

    boolean allows(Amount difference) {
        return difference.value().abs().compareTo(half) <= 0;
    }

    private static Tolerance of(Collection<BigDecimal> printed, int digits) {
        int finest = printed.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        return new Tolerance(HALF.scaleByPowerOfTen(-Math.max(finest, digits)));
    }

    private static int digits(CurrencyCode currency) {
        return DIGITS.getOrDefault(currency.code(), DIGITS_OF_DIGITAL_CURRENCIES);
    }
}
