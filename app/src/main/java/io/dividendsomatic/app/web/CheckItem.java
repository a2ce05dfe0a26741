package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dividendsomatic.dividends.checks.Finding;
import io.dividendsomatic.dividends.checks.Finding.Check;
import io.dividendsomatic.dividends.checks.Finding.Severity;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Payments that look wrong, with the rows that tell them.
 *
 * @param isin where all payments are of one instrument, as {@code symbol}
 */
record CheckItem(
        Check check,
        Severity severity,
        String message,
        @Nullable Isin isin,
        @Nullable String symbol,
        List<AccountId> accounts,
        List<FactId> payments,
        List<SourceRef> sources,
        @JsonIgnore Finding finding) {
    static final List<String> HEADER = List.of(
            "check",
            "severity",
            "message",
            "isin",
            "symbol",
            "account",
            "payment",
            "payDate",
            "gross",
            "currency",
            "file",
            "line");

    /** In a table a row for each line of a file that tells one of the payments. */
    Stream<List<@Nullable Object>> rows() {
        return finding.payments().stream()
                .flatMap(payment -> payment.sources().stream().map(source -> row(payment, source)));
    }

    private List<@Nullable Object> row(Payment payment, SourceRef source) {
        return Arrays.<@Nullable Object>asList(
                check,
                severity,
                message,
                payment.instrument() == null ? null : payment.instrument().isin(),
                payment.instrument() == null ? null : payment.instrument().symbol(),
                payment.account(),
                payment.id(),
                payment.payDate(),
                payment.gross().value(),
                payment.currency(),
                source.fileId(),
                source.line());
    }

    static CheckItem of(Finding finding) {
        Instrument instrument = instrument(finding);
        return new CheckItem(
                finding.check(),
                finding.severity(),
                finding.message(),
                instrument == null ? null : instrument.isin(),
                instrument == null ? null : instrument.symbol(),
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
                        .toList(),
                finding);
    }

    private static @Nullable Instrument instrument(Finding finding) {
        Payment first = finding.payments().getFirst();
        boolean one = finding.payments().stream().allMatch(payment -> Objects.equals(payment.key(), first.key()));
        return one ? first.instrument() : null;
    }
}
