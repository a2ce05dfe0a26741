package io.dividendsomatic.reporting.consolidated;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an account was worth at the end of a day and until the next one, in the reporting currency. What is not known is
 * in no figure.
 *
 * @param value of the positions
 * @param estimated the part of it for which cost stands
 * @param cost of the positions
 * @param cash absent before any file tells of some
 * @param pricedOn the oldest day of a price in the value; absent where nothing is held
 * @param known the quality of the day itself, whatever the age of its prices
 */
public record AccountDay(
        LocalDate date,
        BigDecimal value,
        BigDecimal estimated,
        BigDecimal cost,
        @Nullable BigDecimal cash,
        @Nullable LocalDate pricedOn,
        Quality known) {

    /** Positions and cash, as far as known. */
    public BigDecimal netValue() {
        return cash == null ? value : value.add(cash);
    }

    /** How good it is as what the account is worth on that day, the day itself or a later one. */
    public Quality quality(LocalDate on) {
        boolean stale =
                pricedOn != null && pricedOn.plusDays(Quality.STALE_AFTER_DAYS).isBefore(on);
        return stale ? known.worse(Quality.STALE_PRICE) : known;
    }
}
