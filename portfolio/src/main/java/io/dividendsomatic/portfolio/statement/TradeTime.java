package io.dividendsomatic.portfolio.statement;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When a trade was made and when it settles.
 *
 * @param time at the broker's own clock, where the file gives one; it orders the trades of a day
 */
public record TradeTime(
        LocalDate date, @Nullable LocalTime time, @Nullable LocalDate settleDate) {

    public static TradeTime on(LocalDate date) {
        return new TradeTime(date, null, null);
    }
}
