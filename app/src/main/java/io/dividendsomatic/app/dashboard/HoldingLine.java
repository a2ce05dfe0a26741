package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.Holding.HeldIn;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A holding as the first page shows it; the last four in the reporting currency. */
record HoldingLine(
        String symbol,
        String name,
        String currency,
        String quantity,
        String price,
        String nativeValue,
        LocalDate asOf,
        String value,
        String cost,
        String gain,
        String weight) {

    static HoldingLine of(Holding holding) {
        String name = holding.name();
        UnitPrice price = holding.markPrice();
        return new HoldingLine(
                holding.label(),
                name == null ? "" : name,
                holding.currency().code(),
                Shown.exact(holding.quantity().value()),
                Shown.exact(price == null ? null : price.value()),
                Shown.amount(decimal(holding.marketValue())),
                holding.accounts().stream()
                        .map(HeldIn::asOf)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                Shown.amount(holding.inReportingCurrency().marketValue()),
                Shown.amount(holding.inReportingCurrency().costBasis()),
                Shown.amount(holding.inReportingCurrency().unrealizedPnl()),
                Shown.percent(holding.weight()));
    }

    private static @Nullable BigDecimal decimal(@Nullable Amount amount) {
        return amount == null ? null : amount.value();
    }
}
