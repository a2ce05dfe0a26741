package io.dividendsomatic.app.web;

import io.dividendsomatic.app.web.Listing.Columns;
import io.dividendsomatic.dividends.forecasts.HorizonError;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far off forecasts were that many months before.
 *
 * @param error received less expected, {@code absoluteError} of each payment without its sign
 * @param percent the absolute error of what was received
 */
record GradeLine(
        int horizonMonths,
        CurrencyCode currency,
        int paid,
        int notPaid,
        int unforeseen,
        int open,
        int withoutAmount,
        Money expected,
        Money received,
        Money error,
        Money absoluteError,
        @Nullable BigDecimal percent) {
    static final Columns<GradeLine> COLUMNS = new Columns<>(
            List.of(
                    "horizonMonths",
                    "currency",
                    "paid",
                    "notPaid",
                    "unforeseen",
                    "open",
                    "withoutAmount",
                    "expected",
                    "received",
                    "error",
                    "absoluteError",
                    "percent"),
            line -> Arrays.<@Nullable Object>asList(
                    line.horizonMonths,
                    line.currency,
                    line.paid,
                    line.notPaid,
                    line.unforeseen,
                    line.open,
                    line.withoutAmount,
                    TableCells.amount(line.expected),
                    TableCells.amount(line.received),
                    TableCells.amount(line.error),
                    TableCells.amount(line.absoluteError),
                    line.percent));

    static GradeLine of(HorizonError error) {
        return new GradeLine(
                error.horizon(),
                error.currency(),
                error.paid(),
                error.notPaid(),
                error.unforeseen(),
                error.open(),
                error.withoutAmount(),
                new Money(error.expected(), error.currency()),
                new Money(error.received(), error.currency()),
                new Money(error.error(), error.currency()),
                new Money(error.absolute(), error.currency()),
                error.percent());
    }
}
