package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.holdings.Holdings.Reason;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.transactions.Cash;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of balances; the totals are over all of them.
 *
 * @param currency the reporting currency
 * @param unresolved balances that the totals leave out for want of a rate
 */
record CashPage(
        LocalDate asOf,
        Instant knownAt,
        @Nullable CurrencyCode currency,
        List<Cash> items,
        int page,
        int size,
        long total,
        Totals totals,
        List<Unresolved> unresolved)
        implements Tabular {

    /** The sum in the reporting currency. */
    record Totals(BigDecimal balance) {}

    /** A balance without a rate. */
    record Unresolved(AccountId account, CurrencyCode currency, Reason reason) {}

    static CashPage of(LocalDate asOf, Instant knownAt, List<Cash> all, int page, int size) {
        return new CashPage(
                asOf,
                knownAt,
                all.isEmpty() ? null : all.getFirst().inReportingCurrency().currency(),
                all.stream().skip((long) page * size).limit(size).toList(),
                page,
                size,
                all.size(),
                new Totals(all.stream()
                        .flatMap(cash ->
                                Stream.ofNullable(cash.inReportingCurrency().balance()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)),
                all.stream()
                        .filter(cash -> cash.inReportingCurrency().balance() == null)
                        .map(cash -> new Unresolved(cash.account(), cash.currency(), Reason.FX_RATE_MISSING))
                        .toList());
    }

    @Override
    public List<String> header() {
        return List.of(
                "account",
                "currency",
                "balance",
                "printed",
                "printedAsOf",
                "printedFileId",
                "difference",
                "fxStatus",
                "fxRate",
                "fxDate",
                "fxSource",
                "reportingCurrency",
                "reportingBalance");
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return items.stream().map(CashPage::row).toList();
    }

    private static List<@Nullable Object> row(Cash item) {
        Cash.Printed printed = item.printed();
        return Arrays.<@Nullable Object>asList(
                item.account(),
                item.currency(),
                item.balance(),
                printed == null ? null : printed.balance(),
                printed == null ? null : printed.asOf(),
                printed == null ? null : printed.fileId(),
                item.difference(),
                item.fx().status(),
                item.fx().rate(),
                item.fx().date(),
                item.fx().source(),
                item.inReportingCurrency().currency(),
                item.inReportingCurrency().balance());
    }
}
