package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows that cancel out: the same kind, instrument, currency and rate, opposite amounts. First those of one event or one
 * day, since brokers date a reversal as the payment; then a later one with the nearest before it, where tax needs that
 * there is no other of the amount: a monthly payer has twelve equal ones a year. A payment in lieu that was charged later
 * is one on units that were sold short, unless it says that it is a reversal.
 */
final class Reversals {
    /** A payment is taken back soon, or it was another payment of the same amount. */
    private static final int PAYMENT_DAYS = 120;
    /** Tax of a year is corrected until well into the next. */
    private static final int TAX_DAYS = 400;

    private Reversals() {}

    private record Group(
            PaymentKind kind, boolean inLieu, @Nullable InstrumentKey key, CurrencyCode currency, BigDecimal size) {}

    /** Both rows of each pair. */
    static Set<FactId> of(Collection<CashRow> rows) {
        Map<Group, List<CashRow>> groups = new HashMap<>();
        rows.stream()
                .filter(row -> row.sign() != 0)
                .sorted(CashRow.BY_DATE)
                .forEach(row -> groups.computeIfAbsent(group(row), key -> new ArrayList<>())
                        .add(row));
        Set<FactId> reversed = new HashSet<>();
        groups.values().forEach(group -> pair(group, reversed));
        return reversed;
    }

    private static Group group(CashRow row) {
        return new Group(
                row.kind(),
                row.inLieu(),
                row.key(),
                row.currency(),
                row.amount().value().abs());
    }

    private static void pair(List<CashRow> group, Set<FactId> reversed) {
        int taken = group.getFirst().isTax() ? 1 : -1;
        List<CashRow> takenBack = new ArrayList<>(
                group.stream().filter(row -> row.sign() == taken).toList());
        if (takenBack.isEmpty()) {
            return;
        }
        List<CashRow> originals = new ArrayList<>(
                group.stream().filter(row -> row.sign() != taken).toList());
        join(takenBack, originals, CashRow::sharesEventWith, false, reversed);
        join(takenBack, originals, (back, original) -> back.date().equals(original.date()), false, reversed);
        join(takenBack, originals, Reversals::follows, taken > 0, reversed);
    }

    private static void join(
            List<CashRow> takenBack,
            List<CashRow> originals,
            BiPredicate<CashRow, CashRow> together,
            boolean onlyTheOne,
            Set<FactId> reversed) {
        for (CashRow back : List.copyOf(takenBack)) {
            List<CashRow> possible = originals.stream()
                    .filter(original -> !back.contradictsRateOf(original))
                    .filter(original -> together.test(back, original))
                    .toList();
            possible.stream()
                    .filter(original -> !onlyTheOne || possible.size() == 1)
                    .min(Comparator.comparingLong((CashRow original) -> days(original.date(), back.date()))
                            .thenComparing(CashRow::id))
                    .ifPresent(original -> {
                        originals.remove(original);
                        takenBack.remove(back);
                        reversed.add(original.id());
                        reversed.add(back.id());
                    });
        }
    }

    private static boolean follows(CashRow back, CashRow original) {
        long days = ChronoUnit.DAYS.between(original.date(), back.date());
        boolean numberedApart = back.event() != null && original.event() != null;
        boolean onShort = back.kind() == PaymentKind.PAYMENT_IN_LIEU && !DividendWords.saysReversal(back.text());
        return !numberedApart && !onShort && days >= 0 && days <= (back.isTax() ? TAX_DAYS : PAYMENT_DAYS);
    }

    private static long days(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }
}
