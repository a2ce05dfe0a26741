package io.dividendsomatic.dividends.income;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PerShare;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The distributions of one instrument from the payments of all accounts: an ordinary and an in-lieu part are one, and so
 * are the receipts of two accounts, whose brokers may book some days apart. Two receipts of one account never are.
 */
public final class Distributions {
    /** Of a rate that is computed from the amount paid. */
    private static final int RATE_SCALE = 6;

    private Distributions() {}

    /** By date, up to that day, with specials marked. */
    public static List<Distribution> of(
            Collection<Payment> payments, Splits splits, SharesHeld held, ReportingRates rates, LocalDate asOf) {
        List<List<Payment>> events = payments.stream()
                .filter(Payment::isStanding)
                .filter(payment -> !payment.payDate().isAfter(asOf))
                .sorted(Payment.BY_DATE)
                .collect(Collectors.groupingBy(Payment::paymentEventId))
                .values()
                .stream()
                .sorted(Comparator.comparing(
                                (List<Payment> event) -> event.getFirst().payDate())
                        .thenComparing(event -> event.getFirst().account())
                        .thenComparing(event -> event.getFirst().paymentEventId()))
                .toList();
        Splits known = splits.upTo(asOf);
        return Specials.marked(SameDistribution.joined(events).stream()
                .map(parts -> distribution(parts, known, held, rates))
                .toList());
    }

    private static Distribution distribution(
            List<Payment> parts, Splits splits, SharesHeld held, ReportingRates rates) {
        LocalDate date = parts.getFirst().payDate();
        PerShare rate = SameDistribution.stated(parts);
        PerShare best = rate != null ? rate : computed(parts, held, rates);
        Distribution bare = new Distribution(date, best, null, false, null, parts);
        UnitPrice adjusted = best == null ? null : splits.adjusted(best.amount(), bare.entitlementDate());
        return new Distribution(
                date,
                best,
                adjusted,
                Specials.saysSo(parts),
                Received.of(parts, rates).netShare(),
                parts);
    }

    /** What the first account got for one of its shares. */
    private static @Nullable PerShare computed(List<Payment> parts, SharesHeld held, ReportingRates rates) {
        Payment first = parts.getFirst();
        List<Payment> ofAccount = parts.stream()
                .filter(payment -> payment.account().equals(first.account()))
                .toList();
        Received received = Received.of(ofAccount, rates);
        BigDecimal gross = received.gross();
        BigDecimal shares = gross == null || gross.signum() <= 0 ? null : shares(ofAccount, held);
        if (gross == null || shares == null || shares.signum() <= 0) {
            return null;
        }
        UnitPrice rate = new UnitPrice(gross.divide(shares, RATE_SCALE, RoundingMode.HALF_UP));
        return new PerShare(rate, received.currency(), PerShare.Origin.COMPUTED);
    }

    /** Parts in two currencies are of the same shares, those in one of more of them. */
    private static @Nullable BigDecimal shares(List<Payment> ofAccount, SharesHeld held) {
        Map<CurrencyCode, BigDecimal> stated = new TreeMap<>();
        for (Payment payment : ofAccount) {
            Quantity quantity = payment.terms().quantity();
            if (quantity == null) {
                return heldBefore(payment, held);
            }
            stated.merge(payment.currency(), quantity.value(), BigDecimal::add);
        }
        return Collections.max(stated.values());
    }

    private static @Nullable BigDecimal heldBefore(Payment payment, SharesHeld held) {
        InstrumentKey key = payment.key();
        LocalDate exDate = payment.terms().exDate();
        if (key == null) {
            return null;
        }
        Quantity quantity = held.at(payment.account(), key, exDate == null ? payment.payDate() : exDate.minusDays(1));
        return quantity == null ? null : quantity.value();
    }
}
