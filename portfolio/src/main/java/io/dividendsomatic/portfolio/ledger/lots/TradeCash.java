package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.statement.Trade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trade cost or brought in its own currency.
 *
 * @param total proceeds with all costs of that currency, as the effect on cash; absent when the file tells neither
 *     proceeds nor price nor what was settled in that currency
 * @param apart its costs in other currencies
 */
record TradeCash(@Nullable BigDecimal total, List<CostApart> apart) {

    static TradeCash of(Booking booking, Trade trade) {
        CurrencyCode currency = trade.currency();
        List<CostApart> apart = new ArrayList<>();
        BigDecimal costs = BigDecimal.ZERO;
        for (Money cost : stated(trade)) {
            if (cost.currency().equals(currency)) {
                costs = costs.add(cost.amount().value());
            } else {
                apart.add(new CostApart(booking.id(), trade.when().date(), cost));
            }
        }
        BigDecimal proceeds = proceeds(trade);
        return new TradeCash(proceeds == null ? settled(trade) : proceeds.add(costs), apart);
    }

    /** With so much more paid; unknown when one of the two is. */
    TradeCash less(@Nullable BigDecimal paid) {
        return new TradeCash(total == null || paid == null ? null : total.subtract(paid), apart);
    }

    private static List<Money> stated(Trade trade) {
        List<Money> costs = new ArrayList<>();
        Money fee = trade.costs().fee();
        Money tax = trade.costs().tax();
        if (fee != null) {
            costs.add(fee);
        }
        if (tax != null) {
            costs.add(tax);
        }
        return costs;
    }

    /** As stated, else from price, quantity and multiplier. */
    private static @Nullable BigDecimal proceeds(Trade trade) {
        if (trade.proceeds() != null) {
            return trade.proceeds().value();
        }
        UnitPrice price = trade.price();
        BigDecimal multiplier = trade.instrument().multiplier();
        if (price == null) {
            return null;
        }
        BigDecimal units = multiplier == null
                ? trade.quantity().value()
                : Share.product(trade.quantity().value(), multiplier);
        return Share.product(units, price.value()).negate();
    }

    private static @Nullable BigDecimal settled(Trade trade) {
        Money settled = trade.settled();
        return settled != null && settled.currency().equals(trade.currency())
                ? settled.amount().value()
                : null;
    }
}
