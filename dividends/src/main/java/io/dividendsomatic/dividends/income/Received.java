package io.dividendsomatic.dividends.income;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several payments come to in one currency: their own, or that of those that were taxed where a broker pays in one
 * and withholds in another, else the reporting currency.
 *
 * @param gross and {@code net} absent where a payment in another currency has no rate
 */
record Received(
        CurrencyCode currency,
        @Nullable BigDecimal gross,
        @Nullable BigDecimal net) {

    static Received of(List<Payment> payments, ReportingRates rates) {
        List<CurrencyCode> currencies =
                payments.stream().map(Payment::currency).distinct().toList();
        if (currencies.size() == 1) {
            return sum(payments, currencies.getFirst(), payment -> BigDecimal.ONE);
        }
        List<Payment> taxed = payments.stream()
                .filter(payment -> payment.withholdingTax().value().signum() != 0)
                .toList();
        boolean inOne = taxed.stream().map(Payment::currency).distinct().count() == 1;
        FxRate back = inOne ? rates.of(taxed.getFirst()).orElse(null) : null;
        if (back == null || back.value().signum() == 0) {
            return sum(payments, rates.reporting(), payment -> value(rates, payment));
        }
        BigDecimal divisor = back.value();
        return sum(payments, taxed.getFirst().currency(), payment -> through(divisor, value(rates, payment)));
    }

    /** Net over gross; absent where either is, or nothing came in all. */
    @Nullable
    BigDecimal netShare() {
        return gross == null || net == null || gross.signum() == 0 ? null : Percent.ratio(net, gross);
    }

    private interface RateOf {
        @Nullable
        BigDecimal of(Payment payment);
    }

    private static Received sum(List<Payment> payments, CurrencyCode currency, RateOf rates) {
        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal net = BigDecimal.ZERO;
        for (Payment payment : payments) {
            BigDecimal rate = rates.of(payment);
            if (rate == null) {
                return new Received(currency, null, null);
            }
            gross = gross.add(payment.gross().value().multiply(rate));
            net = net.add(payment.net().value().multiply(rate));
        }
        return new Received(currency, gross, net);
    }

    private static @Nullable BigDecimal value(ReportingRates rates, Payment payment) {
        return rates.of(payment).map(FxRate::value).orElse(null);
    }

    private static @Nullable BigDecimal through(BigDecimal divisor, @Nullable BigDecimal rate) {
        return rate == null ? null : rate.divide(divisor, MathContext.DECIMAL64);
    }
}
