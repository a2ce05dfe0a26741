package io.dividendsomatic.app.web;

import io.dividendsomatic.app.web.Listing.Columns;
import io.dividendsomatic.dividends.outlook.MissingMoney;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that an account was entitled to and did not get, or not as before.
 *
 * @param expected gross, or tax where it is about tax; {@code difference = expected − received}
 */
record MissingItem(
        MissingMoney.Kind kind,
        MissingMoney.Basis basis,
        LocalDate date,
        AccountId account,
        @Nullable Isin isin,
        @Nullable String symbol,
        @Nullable String name,
        CurrencyCode currency,
        Money expected,
        Money received,
        Money difference,
        List<FactId> payments,
        List<SourceRef> sources) {
    static final Columns<MissingItem> COLUMNS = new Columns<>(
            List.of(
                    "kind",
                    "basis",
                    "date",
                    "account",
                    "isin",
                    "symbol",
                    "name",
                    "currency",
                    "expected",
                    "received",
                    "difference"),
            item -> Arrays.<@Nullable Object>asList(
                    item.kind,
                    item.basis,
                    item.date,
                    item.account,
                    item.isin,
                    item.symbol,
                    item.name,
                    item.currency,
                    TableCells.amount(item.expected),
                    TableCells.amount(item.received),
                    TableCells.amount(item.difference)));

    static MissingItem of(MissingMoney missing) {
        return new MissingItem(
                missing.kind(),
                missing.basis(),
                missing.date(),
                missing.account(),
                missing.instrument().isin(),
                missing.instrument().symbol(),
                missing.instrument().name(),
                missing.currency(),
                new Money(missing.expected(), missing.currency()),
                new Money(missing.received(), missing.currency()),
                new Money(missing.difference(), missing.currency()),
                missing.payments(),
                missing.sources());
    }
}
