package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.Costs;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The money of a trade as the effect on cash. Proceeds stand in Proceeds, or with the other sign in TradeMoney or
 * Amount; some writers give every one of them a plus, so that quantity and price say which way the money went. Charges
 * are negative as the broker states them, unless NetCash shows that they were subtracted.
 */
record TradeMoney(
        @Nullable Amount proceeds, Costs costs, @Nullable Money settled) {

    static TradeMoney of(Cells cells, CurrencyUnit unit, Quantity quantity, @Nullable UnitPrice price) {
        Amount proceeds = oriented(proceeds(cells, unit), quantity, price);
        CurrencyUnit feeUnit = cells.has("IBCommissionCurrency") ? cells.unit("IBCommissionCurrency") : unit;
        Money fee = money(cells.amount("IBCommission", feeUnit), feeUnit);
        Money tax = money(cells.amount("Taxes", unit), unit);
        Money net = money(cells.amount("NetCash", unit), unit);
        if (proceeds != null && net != null && feeUnit.equals(unit)) {
            BigDecimal charged = net.amount().value().subtract(proceeds.value());
            BigDecimal stated = value(fee).add(value(tax));
            if (stated.signum() != 0 && charged.compareTo(stated.negate()) == 0) {
                return new TradeMoney(proceeds, new Costs(negated(fee), negated(tax)), net);
            }
        }
        return new TradeMoney(proceeds, new Costs(fee, tax), net);
    }

    private static @Nullable Amount proceeds(Cells cells, CurrencyUnit unit) {
        Amount proceeds = cells.amount("Proceeds", unit);
        Amount gross = proceeds != null ? proceeds : cells.amount("TradeMoney", unit);
        Amount amount = gross != null ? gross : cells.amount("TradeGross", unit);
        return amount != null || cells.has("ActivityCode") ? amount : cells.amount("Amount", unit);
    }

    private static @Nullable Amount oriented(@Nullable Amount proceeds, Quantity quantity, @Nullable UnitPrice price) {
        int direction =
                quantity.value().signum() * (price == null ? 1 : price.value().signum());
        return proceeds == null || direction == 0 || proceeds.value().signum() * direction <= 0
                ? proceeds
                : new Amount(proceeds.value().negate());
    }

    private static @Nullable Money money(@Nullable Amount amount, CurrencyUnit unit) {
        return amount == null ? null : new Money(amount, unit.currency());
    }

    private static @Nullable Money negated(@Nullable Money money) {
        return money == null
                ? null
                : new Money(new Amount(money.amount().value().negate()), money.currency());
    }

    private static BigDecimal value(@Nullable Money money) {
        return money == null ? BigDecimal.ZERO : money.amount().value();
    }
}
