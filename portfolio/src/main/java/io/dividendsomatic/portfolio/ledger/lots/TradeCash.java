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
 * <p>A charge in another currency is converted where the row itself states the rate: it tells the trade in its own
 * currency, and what was settled for it in that of the charge. Then {@code rate = (settled − charges in the currency of
 * settlement) ÷ (proceeds + charges in the trade's own)}, and the charge in the trade's currency is {@code charge ÷ rate},
 * to 18 digits, half to even. So Degiro tells 1000 USD, 902 EUR settled and 2 EUR of costs: 900 EUR for 1000 USD, and a
 * charge of 2.22 USD.
 *
 * @param total proceeds with all costs that are of that currency or converted to it, as the effect on cash; absent when
 *     the file tells neither proceeds nor price nor what was settled in that currency
 * @param apart its costs in other currencies to which the row states no rate
 */
record TradeCash(@Nullable BigDecimal total, List<CostApart> apart) {

    static TradeCash of(Booking booking, Trade trade) {
        CurrencyCode currency = trade.currency();
        List<CostApart> apart = new ArrayList<>();
        BigDecimal costs = BigDecimal.ZERO;
        BigDecimal proceeds = proceeds(trade);
        for (Money cost : stated(trade)) {
            BigDecimal own =
                    cost.currency().equals(currency) ? cost.amount().value() : converted(trade, proceeds, cost);
            if (own == null && cost.amount().value().signum() != 0) {
                apart.add(new CostApart(booking.id(), trade.when().date(), cost));
            } else if (own != null) {
                costs = costs.add(own);
            }
        }
        return new TradeCash(proceeds == null ? settled(trade) : proceeds.add(costs), apart);
    }

    /** With what was paid for something else besides; unknown when one of the two is. */
    TradeCash less(TradeCash paid) {
        return new TradeCash(
                total == null || paid.total == null ? null : total.subtract(paid.total),
                CostApart.both(apart, paid.apart));
    }

    /** By the rate at which the row was settled; absent where it states none between the two currencies. */
    private static @Nullable BigDecimal converted(Trade trade, @Nullable BigDecimal proceeds, Money cost) {
        Money settled = trade.settled();
        if (proceeds == null
                || settled == null
                || !settled.currency().equals(cost.currency())
                || settled.currency().equals(trade.currency())) {
            return null;
        }
        BigDecimal told = proceeds.add(sum(trade, trade.currency()));
        BigDecimal booked = settled.amount().value().subtract(sum(trade, settled.currency()));
        return told.signum() == 0 || booked.signum() != told.signum()
                ? null
                : Share.of(told, cost.amount().value(), booked);
    }

    private static BigDecimal sum(Trade trade, CurrencyCode currency) {
        return stated(trade).stream()
                .filter(cost -> cost.currency().equals(currency))
                .map(cost -> cost.amount().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
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
