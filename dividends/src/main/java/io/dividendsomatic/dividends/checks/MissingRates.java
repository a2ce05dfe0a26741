package io.dividendsomatic.dividends.checks;

import io.dividendsomatic.dividends.checks.Finding.Check;
import io.dividendsomatic.dividends.checks.Finding.Severity;
import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Payments without a rate to the reporting currency, or with a rate of one for another currency: one finding for all that
 * follow each other in an account and currency, since one missing file of rates is what is wrong with all of them.
 */
final class MissingRates {
    private final ReportingRates rates;

    MissingRates(ReportingRates rates) {
        this.rates = rates;
    }

    private record Group(AccountId account, CurrencyCode currency) {}

    /** @param payments by date */
    Stream<Finding> of(Collection<Payment> payments) {
        Map<String, List<Payment>> groups = payments.stream()
                .collect(Collectors.groupingBy(
                        payment -> new Group(payment.account(), payment.currency()).toString(),
                        TreeMap::new,
                        Collectors.toList()));
        return groups.values().stream().flatMap(this::spans);
    }

    /** What is wrong alike with payments that follow each other; one that is right in between begins anew. */
    private Stream<Finding> spans(List<Payment> alike) {
        List<Finding> findings = new ArrayList<>();
        List<Payment> span = new ArrayList<>();
        String wrong = "";
        for (Payment payment : alike) {
            String now = wrong(payment);
            if (!now.equals(wrong)) {
                finding(wrong, span, findings);
                span.clear();
                wrong = now;
            }
            span.add(payment);
        }
        finding(wrong, span, findings);
        return findings.stream();
    }

    /** Nothing where the payment has a rate that can be one. */
    private String wrong(Payment payment) {
        if (rates.of(payment).isEmpty()) {
            return "no rate from %s to %s".formatted(payment.currency(), rates.reporting());
        }
        CurrencyCode base = rates.bases().get(payment.account());
        boolean one = payment.fxRateToBase() != null
                && base != null
                && !base.equals(payment.currency())
                && payment.fxRateToBase().value().compareTo(BigDecimal.ONE) == 0;
        return one ? "a rate of 1 from %s to %s".formatted(payment.currency(), base) : "";
    }

    private static void finding(String wrong, List<Payment> span, List<Finding> findings) {
        if (wrong.isEmpty()) {
            return;
        }
        String message = span.size() == 1
                ? wrong
                : "%s for %d payments from %s to %s"
                        .formatted(
                                wrong,
                                span.size(),
                                span.getFirst().payDate(),
                                span.getLast().payDate());
        findings.add(new Finding(Check.MISSING_FX, Severity.WARNING, message, span));
    }
}
