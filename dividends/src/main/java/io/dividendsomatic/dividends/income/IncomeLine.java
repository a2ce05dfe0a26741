package io.dividendsomatic.dividends.income;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The payments of one group in one currency, in that currency and in the reporting currency.
 *
 * @param group such as {@code 2031}, {@code 2031-04}, a country or an account
 * @param reporting its count is the number of payments that stand
 */
public record IncomeLine(
        String group, CurrencyCode currency, Amount gross, Amount withholdingTax, IncomeSum reporting) {

    /** One line a group and currency, in order of both. */
    public static List<IncomeLine> of(
            Collection<Payment> payments, Function<Payment, String> grouping, ReportingRates rates) {
        record Key(String group, CurrencyCode currency) {}
        return payments.stream()
                .collect(Collectors.groupingBy(payment -> new Key(grouping.apply(payment), payment.currency())))
                .entrySet()
                .stream()
                .map(entry -> new IncomeLine(
                        entry.getKey().group(),
                        entry.getKey().currency(),
                        sum(entry.getValue(), Payment::gross),
                        sum(entry.getValue(), Payment::withholdingTax),
                        IncomeSum.of(entry.getValue(), rates)))
                .sorted(Comparator.comparing(IncomeLine::group).thenComparing(IncomeLine::currency))
                .toList();
    }

    public Amount net() {
        return new Amount(gross.value().subtract(withholdingTax.value()));
    }

    private static Amount sum(List<Payment> payments, Function<Payment, Amount> part) {
        return payments.stream().map(part).reduce(new Amount(BigDecimal.ZERO), Amount::plus);
    }
}
