package io.dividendsomatic.dividends.checks;

import io.dividendsomatic.dividends.checks.Finding.Check;
import io.dividendsomatic.dividends.checks.Finding.Severity;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PaymentKind;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Payments of one event and kind in one account that no file tells both of: several rows of one file are several. */
final class ToldTwice {

    private ToldTwice() {}

    private record Same(AccountId account, FactId event, PaymentKind kind) {}

    static Stream<Finding> in(List<Payment> payments) {
        return payments.stream()
                .collect(Collectors.groupingBy(
                        payment -> new Same(payment.account(), payment.paymentEventId(), payment.kind())))
                .values()
                .stream()
                .flatMap(same -> Stream.concat(inOneCurrency(same), inSeveral(same)));
    }

    private static Stream<Finding> inOneCurrency(List<Payment> same) {
        Map<CurrencyCode, List<Payment>> byCurrency = same.stream().collect(Collectors.groupingBy(Payment::currency));
        return byCurrency.values().stream()
                .filter(told -> told.size() > 1
                        && told.stream()
                                .allMatch(one -> others(one, told).allMatch(other -> noFileTellsBoth(one, other))))
                .map(told -> finding("%d payments of one day, each in another file".formatted(told.size()), told));
    }

    /** One may be the other as it was converted; a payment that came in two currencies stands in one file. */
    private static Stream<Finding> inSeveral(List<Payment> same) {
        List<Payment> apart = same.stream()
                .filter(one -> inAnother(one, same).findAny().isPresent()
                        && inAnother(one, same).allMatch(other -> noFileTellsBoth(one, other)))
                .toList();
        return apart.stream().map(Payment::currency).distinct().count() < 2
                ? Stream.empty()
                : Stream.of(finding(
                        "%d payments of one day in two currencies, each in another file".formatted(apart.size()),
                        apart));
    }

    private static Finding finding(String message, List<Payment> payments) {
        return new Finding(Check.TOLD_TWICE, Severity.WARNING, message, payments);
    }

    private static Stream<Payment> others(Payment one, Collection<Payment> same) {
        return same.stream().filter(other -> !other.id().equals(one.id()));
    }

    private static Stream<Payment> inAnother(Payment one, Collection<Payment> same) {
        return same.stream().filter(other -> !other.currency().equals(one.currency()));
    }

    private static boolean noFileTellsBoth(Payment one, Payment other) {
        return Collections.disjoint(files(one), files(other));
    }

    private static Set<FileId> files(Payment payment) {
        return payment.sources().stream().map(SourceRef::fileId).collect(Collectors.toSet());
    }
}
