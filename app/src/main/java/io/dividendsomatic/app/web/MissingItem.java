package io.dividendsomatic.app.web;

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
import java.util.stream.Stream;
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
    static final List<String> HEADER = List.of(
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
            "difference",
            "file",
            "line");

    /** In a table a row for each line of a file that it rests on; one without where there is none. */
    Stream<List<@Nullable Object>> rows() {
        if (sources.isEmpty()) {
            return Stream.<List<@Nullable Object>>of(row(null));
        }
        return sources.stream().map(source -> row(source));
    }

    private List<@Nullable Object> row(@Nullable SourceRef source) {
        return Arrays.<@Nullable Object>asList(
                kind,
                basis,
                date,
                account,
                isin,
                symbol,
                name,
                currency,
                TableCells.amount(expected),
                TableCells.amount(received),
                TableCells.amount(difference),
                source == null ? null : source.fileId(),
                source == null ? null : source.line());
    }

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
