package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.dividends.matching.TaxClaims.Claim;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of files that tell a dividend after tax only, where other files tell the same money with its tax: one payment of
 * that account, instrument and day, or all of them together, came to just that amount. What fits nothing stays a
 * payment of its own.
 */
final class AfterTax {
    private static final BigDecimal CONVERTED = new BigDecimal("0.015");

    private final Set<FactId> reversed;
    private final Map<FactId, BigDecimal> taxes;

    private AfterTax(Set<FactId> reversed, Map<FactId, BigDecimal> taxes) {
        this.reversed = reversed;
        this.taxes = taxes;
    }

    private record Day(@Nullable InstrumentKey key, LocalDate date) {
        static Day of(CashRow row) {
            return new Day(row.key(), row.date());
        }
    }

    /** The payments that each such row tells again, by the row. */
    static Map<FactId, List<FactId>> of(Collection<CashRow> rows, Map<FactId, Claim> claims, Set<FactId> reversed) {
        Map<FactId, BigDecimal> taxes = rows.stream()
                .filter(row ->
                        row.isTax() && claims.getOrDefault(row.id(), Claim.NONE).attached())
                .collect(Collectors.toMap(
                        row -> claims.getOrDefault(row.id(), Claim.NONE)
                                .payments()
                                .getFirst(),
                        row -> row.amount().value(),
                        BigDecimal::add));
        Map<Day, List<CashRow>> days = rows.stream()
                .filter(row -> !row.isTax() && !row.isAfterTax() && !reversed.contains(row.id()))
                .collect(Collectors.groupingBy(Day::of));
        AfterTax after = new AfterTax(reversed, taxes);
        Map<FactId, List<FactId>> told = new TreeMap<>();
        rows.stream().filter(CashRow::isAfterTax).sorted(CashRow.BY_DATE).forEach(row -> {
            List<FactId> again = after.toldAgain(row, days.getOrDefault(Day.of(row), List.of()), told);
            if (!again.isEmpty()) {
                told.put(row.id(), again);
            }
        });
        return told;
    }

    /** Each payment is told after tax once. */
    private List<FactId> toldAgain(CashRow row, List<CashRow> ofDay, Map<FactId, List<FactId>> told) {
        if (row.key() == null || reversed.contains(row.id())) {
            return List.of();
        }
        Set<FactId> taken = told.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        List<CashRow> free = ofDay.stream()
                .filter(payment -> !taken.contains(payment.id()) && Collections.disjoint(files(row), files(payment)))
                .sorted(CashRow.BY_DATE)
                .toList();
        List<FactId> one = free.stream()
                .filter(payment -> isSum(row, List.of(payment)))
                .map(CashRow::id)
                .limit(1)
                .toList();
        return !one.isEmpty() || !isSum(row, free)
                ? one
                : free.stream().map(CashRow::id).toList();
    }

    /** In one currency to the cent; in another at the rate that the row states, with what three roundings can make. */
    private boolean isSum(CashRow row, List<CashRow> payments) {
        List<CurrencyCode> currencies =
                payments.stream().map(CashRow::currency).distinct().toList();
        if (currencies.size() != 1) {
            return false;
        }
        BigDecimal net = payments.stream().map(this::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal told = row.amount().value();
        if (currencies.getFirst().equals(row.currency())) {
            return net.compareTo(told) == 0;
        }
        FxRate rate = row.movement().fxRateToBase();
        return rate != null && net.subtract(told.multiply(rate.value())).abs().compareTo(CONVERTED) <= 0;
    }

    private BigDecimal net(CashRow payment) {
        return payment.amount().value().add(taxes.getOrDefault(payment.id(), BigDecimal.ZERO));
    }

    private static Set<FileId> files(CashRow row) {
        return row.sources().stream().map(SourceRef::fileId).collect(Collectors.toSet());
    }
}
