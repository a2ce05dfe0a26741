package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a payment was made, as far as its row or an accrual says.
 *
 * @param exDate the first day without the right to it
 * @param quantity of shares on which it was paid; of the payment's own part, where an accrual has the whole
 * @param expectedTaxRate tax over gross in the accrual, 0.15 for 15 percent; absent when no accrual states both
 */
public record Terms(
        @Nullable LocalDate exDate,
        @Nullable PerShare perShare,
        @Nullable Quantity quantity,
        @Nullable BigDecimal expectedTaxRate) {
    public static final Terms UNKNOWN = new Terms(null, null, null, null);
}
