package io.dividendsomatic.ingestion.format.ibkr.history;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.util.stream.IntStream;

/** A price whose currency no column tells: it may be another than that of the amounts. */
final class UnnamedPrice {
    private UnnamedPrice() {}

    /**
     * Whether quantity × price comes within a hundredth of the gross amount, or of it a hundredfold or more, as contracts
     * are priced, or less, as bonds are: then the price is in the currency of the amount.
     */
    static boolean isInCurrencyOf(Amount gross, Quantity quantity, UnitPrice price) {
        BigDecimal product = price.value().multiply(quantity.value()).abs();
        BigDecimal stated = gross.value().abs();
        return IntStream.rangeClosed(-2, 3)
                .mapToObj(product::scaleByPowerOfTen)
                .anyMatch(scaled -> scaled.subtract(stated).abs().compareTo(stated.movePointLeft(2)) <= 0);
    }
}
