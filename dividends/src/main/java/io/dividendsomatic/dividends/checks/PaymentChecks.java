package io.dividendsomatic.dividends.checks;

import io.dividendsomatic.dividends.checks.Finding.Check;
import io.dividendsomatic.dividends.checks.Finding.Severity;
import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PaymentKind;
import io.dividendsomatic.dividends.matching.PerShare;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checks of payments that stand. */
public final class PaymentChecks {
    private final List<Payment> payments;
    private final CheckRules rules;
    private final LocalDate asOf;

    private PaymentChecks(List<Payment> payments, CheckRules rules, LocalDate asOf) {
        this.payments = payments;
        this.rules = rules;
        this.asOf = asOf;
    }

    /** The findings by check, then by date. */
    public static List<Finding> of(
            Collection<Payment> payments, CheckRules rules, ReportingRates rates, LocalDate asOf) {
        List<Payment> standing = payments.stream()
                .filter(payment -> payment.isStanding() && !payment.payDate().isAfter(asOf))
                .sorted(Payment.BY_DATE)
                .toList();
        PaymentChecks checks = new PaymentChecks(standing, rules, asOf);
        return Stream.of(
                        checks.each(checks::currency),
                        checks.each(checks::country),
                        checks.each(checks::rate),
                        checks.each(PaymentChecks::afterTax),
                        checks.byInstrument().flatMap(checks::consistency),
                        checks.byInstrument().flatMap(checks::terms),
                        new MissingRates(rates).of(standing),
                        ToldTwice.in(standing))
                .flatMap(findings -> findings)
                .sorted(Finding.IN_ORDER)
                .toList();
    }

    private Stream<Finding> each(Function<Payment, Stream<Finding>> check) {
        return payments.stream().flatMap(check);
    }

    private Stream<List<Payment>> byInstrument() {
        Map<String, List<Payment>> groups = payments.stream()
                .collect(Collectors.groupingBy(
                        payment -> String.valueOf(payment.key()), TreeMap::new, Collectors.toList()));
        return groups.values().stream();
    }

    private static Stream<Finding> finding(Check check, Severity severity, String message, Payment payment) {
        return Stream.of(new Finding(check, severity, message, List.of(payment)));
    }

    private Stream<Finding> currency(Payment payment) {
        return rules.currencies().contains(payment.currency())
                ? Stream.empty()
                : finding(
                        Check.UNUSUAL_CURRENCY,
                        Severity.WARNING,
                        "no dividend is expected in " + payment.currency(),
                        payment);
    }

    private Stream<Finding> country(Payment payment) {
        Isin isin = payment.isin();
        Set<CurrencyCode> usual =
                isin == null ? null : rules.ofCountry().get(isin.code().substring(0, 2));
        return usual == null || usual.contains(payment.currency())
                ? Stream.empty()
                : finding(
                        Check.CURRENCY_OF_COUNTRY,
                        Severity.INFO,
                        "%s of %s".formatted(payment.currency(), isin),
                        payment);
    }

    private static Stream<Finding> afterTax(Payment payment) {
        return payment.isAfterTax()
                ? finding(
                        Check.AFTER_TAX_ONLY,
                        Severity.WARNING,
                        "told after tax alone: what was paid before it, and which tax was withheld, is not known",
                        payment)
                : Stream.empty();
    }

    private Stream<Finding> rate(Payment payment) {
        PerShare rate = payment.terms().perShare();
        if (rate == null) {
            return Stream.empty();
        }
        BigDecimal highest = rules.highest().getOrDefault(rate.currency(), rules.highestOtherwise());
        return rate.amount().value().compareTo(highest) <= 0
                ? Stream.empty()
                : finding(
                        Check.SUSPICIOUS_RATE,
                        Severity.WARNING,
                        "%s %s a share is above %s".formatted(rate.amount(), rate.currency(), highest),
                        payment);
    }

    /** Rates as traded, so that a split of ten shows here as well. */
    private Stream<Finding> consistency(List<Payment> ofInstrument) {
        Map<CurrencyCode, List<Payment>> byCurrency = ofInstrument.stream()
                .filter(payment -> value(payment).signum() > 0)
                .collect(Collectors.groupingBy(payment -> rateCurrency(payment), TreeMap::new, Collectors.toList()));
        return byCurrency.values().stream().filter(rated -> rated.size() >= 2).flatMap(this::outliers);
    }

    private Stream<Finding> outliers(List<Payment> rated) {
        LocalDate from = asOf.minusDays(rules.medianDays());
        List<Payment> recent = rated.stream()
                .filter(payment -> !payment.payDate().isBefore(from))
                .toList();
        BigDecimal median = median(recent.isEmpty() ? rated : recent);
        BigDecimal ratio = rules.outlierRatio();
        return rated.stream().flatMap(payment -> {
            BigDecimal rate = value(payment);
            boolean above = rate.compareTo(median.multiply(ratio)) > 0;
            boolean below = rate.multiply(ratio).compareTo(median) < 0;
            return above || below
                    ? finding(
                            Check.INCONSISTENT_RATE,
                            above ? Severity.WARNING : Severity.INFO,
                            "%s a share where %s is usual".formatted(rate.toPlainString(), median.toPlainString()),
                            payment)
                    : Stream.empty();
        });
    }

    private Stream<Finding> terms(List<Payment> ofInstrument) {
        List<Payment> without = ofInstrument.stream()
                .filter(payment -> payment.kind() == PaymentKind.DIVIDEND)
                .filter(payment -> payment.terms().perShare() == null)
                .toList();
        boolean mixed = !without.isEmpty()
                && ofInstrument.stream().anyMatch(payment -> payment.terms().perShare() != null);
        return mixed
                ? Stream.of(new Finding(
                        Check.MIXED_TERMS,
                        Severity.INFO,
                        "%d of %d payments state no rate per share".formatted(without.size(), ofInstrument.size()),
                        without))
                : Stream.empty();
    }

    private static BigDecimal value(Payment payment) {
        PerShare rate = payment.terms().perShare();
        return rate == null ? BigDecimal.ZERO : rate.amount().value();
    }

    private static CurrencyCode rateCurrency(Payment payment) {
        PerShare rate = payment.terms().perShare();
        return rate == null ? payment.currency() : rate.currency();
    }

    /** Of an even number the lower of the two in the middle. */
    private static BigDecimal median(List<Payment> rated) {
        List<BigDecimal> ascending =
                rated.stream().map(PaymentChecks::value).sorted().toList();
        return ascending.get((ascending.size() - 1) / 2);
    }
}
