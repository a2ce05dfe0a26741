package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an account's positions of one currency came to at the end of a day, and until the next such day. Amounts are in
 * that currency.
 *
 * @param value of all positions that can be valued
 * @param estimated the part of the value for which cost stands, since no price is known
 * @param cost of all positions of which it is told
 * @param unrealized value − cost of those that have both
 * @param positions how many were held
 * @param unvalued how many of them are in no value, like {@code uncosted}
 * @param pricedOn the oldest day of a price in it; the day itself where nothing is held
 * @param reported whether the broker reported the day
 */
public record ValueDay(
        AccountId account,
        LocalDate date,
        CurrencyCode currency,
        BigDecimal value,
        BigDecimal estimated,
        BigDecimal cost,
        BigDecimal unrealized,
        int positions,
        int unvalued,
        int uncosted,
        LocalDate pricedOn,
        boolean reported) {

    public ValueDay {
        value = Plain.of(value);
        estimated = Plain.of(estimated);
        cost = Plain.of(cost);
        unrealized = Plain.of(unrealized);
    }

    /** How good it is as the value of that day, which is the day itself or a later one. */
    public Quality quality(LocalDate on) {
        if (positions == 0) {
            return Quality.ACTUAL;
        }
        if (unvalued > 0 || uncosted > 0) {
            return Quality.NOT_STATED;
        }
        if (estimated.signum() != 0) {
            return Quality.ESTIMATED;
        }
        if (pricedOn.plusDays(Quality.STALE_AFTER_DAYS).isBefore(on)) {
            return Quality.STALE_PRICE;
        }
        return reported ? Quality.ACTUAL : Quality.RECONSTRUCTED;
    }
}
