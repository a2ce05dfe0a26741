package io.dividendsomatic.app.web;

import io.dividendsomatic.app.web.Listing.Columns;
import io.dividendsomatic.dividends.checks.Finding;
import io.dividendsomatic.dividends.checks.Finding.Check;
import io.dividendsomatic.dividends.checks.Finding.Severity;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payments that look wrong, with the rows that tell them. */
record CheckItem(
        Check check,
        Severity severity,
        String message,
        @Nullable Isin isin,
        @Nullable String symbol,
        List<AccountId> accounts,
        List<FactId> payments,
        List<SourceRef> sources) {
    static final Columns<CheckItem> COLUMNS = new Columns<>(
            List.of("check", "severity", "message", "isin", "symbol", "payments"),
            item -> Arrays.<@Nullable Object>asList(
                    item.check, item.severity, item.message, item.isin, item.symbol, item.payments.size()));

    static CheckItem of(Finding finding) {
        Payment first = finding.payments().getFirst();
        return new CheckItem(
                finding.check(),
                finding.severity(),
                finding.message(),
                first.instrument() == null ? null : first.instrument().isin(),
                first.instrument() == null ? null : first.instrument().symbol(),
                finding.payments().stream()
                        .map(Payment::account)
                        .distinct()
                        .sorted()
                        .toList(),
                finding.payments().stream().map(Payment::id).toList(),
                finding.payments().stream()
                        .flatMap(payment -> payment.sources().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
