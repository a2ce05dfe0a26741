package io.dividendsomatic.app.web;

import io.dividendsomatic.app.web.Listing.Columns;
import io.dividendsomatic.dividends.outlook.CalendarEntry;
import io.dividendsomatic.dividends.outlook.Certainty;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment of the calendar. */
record CalendarItem(
        Certainty status,
        LocalDate payDate,
        @Nullable LocalDate exDate,
        AccountId account,
        @Nullable Isin isin,
        @Nullable String symbol,
        @Nullable String name,
        CurrencyCode currency,
        @Nullable UnitPrice perShare,
        @Nullable Money gross,
        @Nullable Money net,
        List<FactId> payments,
        List<SourceRef> sources) {
    static final Columns<CalendarItem> COLUMNS = new Columns<>(
            List.of(
                    "status",
                    "payDate",
                    "exDate",
                    "account",
                    "isin",
                    "symbol",
                    "name",
                    "currency",
                    "perShare",
                    "gross",
                    "net"),
            item -> Arrays.<@Nullable Object>asList(
                    item.status,
                    item.payDate,
                    item.exDate,
                    item.account,
                    item.isin,
                    item.symbol,
                    item.name,
                    item.currency,
                    item.perShare,
                    TableCells.amount(item.gross),
                    TableCells.amount(item.net)));

    static CalendarItem of(CalendarEntry entry) {
        return new CalendarItem(
                entry.certainty(),
                entry.payDate(),
                entry.exDate(),
                entry.account(),
                entry.instrument().isin(),
                entry.instrument().symbol(),
                entry.instrument().name(),
                entry.currency(),
                entry.perShare(),
                money(entry.gross(), entry.currency()),
                money(entry.net(), entry.currency()),
                entry.payments(),
                entry.sources());
    }

    static @Nullable Money money(@Nullable Amount amount, CurrencyCode currency) {
        return amount == null ? null : new Money(amount, currency);
    }
}
