package io.dividendsomatic.app.web;

import io.dividendsomatic.app.web.Listing.Columns;
import io.dividendsomatic.dividends.forecasts.Grade;
import io.dividendsomatic.dividends.outlook.Certainty;
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

/** One expected payment beside what came of it, or one that nobody had expected. */
record GradeItem(
        Grade.Verdict verdict,
        LocalDate madeOn,
        int horizonMonths,
        AccountId account,
        @Nullable Isin isin,
        @Nullable String symbol,
        @Nullable String name,
        @Nullable Certainty status,
        @Nullable LocalDate payDate,
        @Nullable LocalDate paidOn,
        CurrencyCode currency,
        @Nullable Money expected,
        Money received,
        @Nullable Money error,
        List<FactId> payments,
        List<SourceRef> sources) {
    static final Columns<GradeItem> COLUMNS = new Columns<>(
            List.of(
                    "verdict",
                    "madeOn",
                    "horizonMonths",
                    "account",
                    "isin",
                    "symbol",
                    "name",
                    "status",
                    "payDate",
                    "paidOn",
                    "currency",
                    "expected",
                    "received",
                    "error"),
            item -> Arrays.<@Nullable Object>asList(
                    item.verdict,
                    item.madeOn,
                    item.horizonMonths,
                    item.account,
                    item.isin,
                    item.symbol,
                    item.name,
                    item.status,
                    item.payDate,
                    item.paidOn,
                    item.currency,
                    TableCells.amount(item.expected),
                    TableCells.amount(item.received),
                    TableCells.amount(item.error)));

    static GradeItem of(Grade grade) {
        CurrencyCode currency = grade.currency();
        return new GradeItem(
                grade.verdict(),
                grade.madeOn(),
                grade.horizon(),
                grade.account(),
                grade.instrument().isin(),
                grade.instrument().symbol(),
                grade.instrument().name(),
                grade.certainty(),
                grade.payDate(),
                grade.paidOn(),
                currency,
                CalendarItem.money(grade.expected(), currency),
                new Money(grade.received(), currency),
                CalendarItem.money(grade.error(), currency),
                grade.payments(),
                grade.sources());
    }
}
