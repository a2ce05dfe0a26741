package io.dividendsomatic.dividends.tax;

import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PaymentKind;
import io.dividendsomatic.dividends.matching.Ratios;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One payment and its tax. Amounts are in the currency of the payment, those of the treaty in cents, rounded half up.
 *
 * @param country from which it came, where that is known
 * @param rate tax over gross, 0.15 for 15 percent, of all parts where it was paid in two currencies; absent of tax by
 *     itself, where a part has no rate to the reporting currency, and of what is told after tax alone
 * @param treaty that limits the tax; absent without one, and of payments in lieu, which are no dividends
 * @param creditable of the tax, up to the treaty's rate; absent without a treaty, and where the rate of the tax is
 * @param excess of the tax over it, which the country gives back on demand; both cancel out where the payment does
 * @param fx to the reporting currency; absent where none is known
 */
public record TaxedPayment(
        Payment payment,
        @Nullable String country,
        @Nullable BigDecimal rate,
        @Nullable TreatyRate treaty,
        @Nullable Amount creditable,
        @Nullable Amount excess,
        @Nullable FxRate fx) {
    private static final int CENTS = 2;

    /**
     * One payment of an event.
     *
     * @param parts of the event, itself among them: of one that was paid in two currencies they are taxed as a whole
     */
    static TaxedPayment of(
            Payment payment,
            List<Payment> parts,
            String residence,
            Countries countries,
            TreatyRates treaties,
            ReportingRates rates) {
        String country = countries.of(payment).orElse(null);
        TreatyRate treaty = country == null || payment.kind() != PaymentKind.DIVIDEND
                ? null
                : treaties.of(residence, country, payment.payDate()).orElse(null);
        BigDecimal withheld = payment.withholdingTax().value();
        boolean inOneCurrency = parts.stream().map(Payment::currency).distinct().count() == 1;
        TaxedWhole whole = inOneCurrency ? null : TaxedWhole.of(parts, rates).orElse(null);
        BigDecimal rate = payment.isAfterTax()
                ? null
                : inOneCurrency
                        ? ratio(withheld, payment.gross().value())
                        : whole == null ? null : ratio(whole.withheld(), whole.gross());
        BigDecimal credit = treaty == null || payment.isAfterTax()
                ? null
                : inOneCurrency ? credit(payment, treaty) : whole == null ? null : whole.credit(payment, treaty);
        return new TaxedPayment(
                payment,
                country,
                rate,
                treaty,
                credit == null ? null : new Amount(credit),
                credit == null ? null : new Amount(withheld.subtract(credit)),
                rates.of(payment).orElse(null));
    }

    private static @Nullable BigDecimal ratio(BigDecimal withheld, BigDecimal gross) {
        return gross.signum() == 0 ? null : Ratios.divide(withheld, gross);
    }

    /** Whether it, or what was paid with it in another currency, has no rate, so that nothing can be said of its tax. */
    public boolean isUnconverted() {
        return fx == null || (treaty != null && creditable == null && !payment.isAfterTax());
    }

    /** What was withheld, up to what the treaty allows; of a payment taken back the same with the other sign. */
    private static BigDecimal credit(Payment payment, TreatyRate treaty) {
        BigDecimal allowed = payment.gross().value().multiply(treaty.share()).setScale(CENTS, RoundingMode.HALF_UP);
        BigDecimal withheld = payment.withholdingTax().value();
        return payment.gross().value().signum() < 0 ? withheld.max(allowed) : withheld.min(allowed);
    }

    /** In cents of the reporting currency, where its rate is known. */
    @Nullable
    Amount converted(@Nullable Amount amount) {
        return amount == null || fx == null
                ? null
                : new Amount(amount.value().multiply(fx.value()).setScale(CENTS, RoundingMode.HALF_UP));
    }
}
