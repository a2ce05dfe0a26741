package io.dividendsomatic.app.web;

import io.dividendsomatic.app.web.Listing.Columns;
import io.dividendsomatic.dividends.forecasts.KeptForecast;
import io.dividendsomatic.dividends.outlook.Certainty;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One payment that a forecast expected, as it said on the day on which it was made. */
record KeptLine(
        LocalDate madeOn,
        AccountId account,
        LocalDate payDate,
        Certainty status,
        @Nullable Isin isin,
        @Nullable String symbol,
        @Nullable String name,
        CurrencyCode currency,
        @Nullable UnitPrice perShare,
        @Nullable Money gross) {
    static final Columns<KeptLine> COLUMNS = new Columns<>(
            List.of(
                    "madeOn",
                    "account",
                    "payDate",
                    "status",
                    "isin",
                    "symbol",
                    "name",
                    "currency",
                    "perShare",
                    "gross"),
            line -> Arrays.<@Nullable Object>asList(
                    line.madeOn,
                    line.account,
                    line.payDate,
                    line.status,
                    line.isin,
                    line.symbol,
                    line.name,
                    line.currency,
                    line.perShare,
                    TableCells.amount(line.gross)));

    static Stream<KeptLine> of(KeptForecast forecast) {
        return forecast.lines().stream()
                .map(line -> new KeptLine(
                        forecast.madeOn(),
                        forecast.account(),
                        line.payDate(),
                        line.certainty(),
                        line.instrument().isin(),
                        line.instrument().symbol(),
                        line.instrument().name(),
                        line.currency(),
                        line.perShare(),
                        CalendarItem.money(line.gross(), line.currency())));
    }
}
