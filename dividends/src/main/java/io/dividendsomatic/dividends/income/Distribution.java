package io.dividendsomatic.dividends.income;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PerShare;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One payment of an issuer for one share, however many accounts and parts received it.
 *
 * @param date the first pay date
 * @param rate as traded; absent where neither a row nor the shares held tell it
 * @param adjusted the rate in shares of the day as of which it is looked at
 * @param special paid beside the regular ones, so that no year of it can be expected
 * @param netShare net over gross of what was received; absent where it came in several currencies of which one has no
 *     rate, or summed up to nothing
 * @param payments that stand, by account and identity
 */
public record Distribution(
        LocalDate date,
        @Nullable PerShare rate,
        @Nullable UnitPrice adjusted,
        boolean special,
        @Nullable BigDecimal netShare,
        List<Payment> payments) {

    public Distribution {
        payments = List.copyOf(payments);
    }

    public @Nullable LocalDate exDate() {
        return payments.stream()
                .map(payment -> payment.terms().exDate())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The day that decides which shares it was paid on, as far as known. */
    public LocalDate entitlementDate() {
        LocalDate exDate = exDate();
        return exDate == null ? date : exDate;
    }

    /** The adjusted rate, or zero where none is known. */
    public BigDecimal adjustedOrZero() {
        return adjusted == null ? BigDecimal.ZERO : adjusted.value();
    }

    /** Of the rate. */
    public @Nullable CurrencyCode currency() {
        return rate == null ? null : rate.currency();
    }

    Distribution asSpecial() {
        return new Distribution(date, rate, adjusted, true, netShare, payments);
    }
}
