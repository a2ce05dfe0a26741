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
 * How far a printed figure may be from ours because it was rounded: half a unit of its last printed digit, of a sum of
 * several figures that of each. Figures are kept without trailing zeros and many brokers print none, so the last digit is
 * taken to be at least that below which no broker rounds: {@code 500} may be {@code 500.00}, and is never a figure
 * rounded to whole units. Where a row tells how many digits it printed, {@code 1.5000} is known from {@code 1.5}.
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

    /** Of figures that are added up. */
    static Tolerance ofUnits(Collection<BigDecimal> printed) {
        return of(printed, DIGITS_OF_UNITS);
    }

    /** Of figures that are added up. */
    static Tolerance ofMoney(Collection<BigDecimal> printed, @Nullable CurrencyCode currency) {
        return of(printed, currency == null ? DIGITS_OF_MONEY : digits(currency));
    }

    boolean allows(Amount difference) {
        return difference.value().abs().compareTo(half) <= 0;
    }

    private static Tolerance of(Collection<BigDecimal> printed, int digits) {
        return new Tolerance(printed.stream()
                .map(figure -> HALF.scaleByPowerOfTen(-Math.max(figure.scale(), digits)))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static int digits(CurrencyCode currency) {
        return DIGITS.getOrDefault(currency.code(), DIGITS_OF_DIGITAL_CURRENCIES);
    }
}
