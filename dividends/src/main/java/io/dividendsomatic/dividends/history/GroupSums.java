package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.history.settling.GroupBy;
import io.dividendsomatic.dividends.history.settling.PaidAmount;
import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sums of payments by group and currency. */
record GroupSums(SortedMap<Key, Sum> sums) {

    /** Finds the rate to the reporting currency. */
    @FunctionalInterface
    interface Rates {
        Fx rate(AccountId account, CurrencyCode from, LocalDate day, @Nullable FxRate own);
    }

    record Key(String group, CurrencyCode currency) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::group).thenComparing(Key::currency);
    }

    /** An amount with what it is in the reporting currency; absent without a rate. */
    record Counted(
            PaidAmount amount,
            @Nullable BigDecimal gross,
            @Nullable BigDecimal tax) {
        static Counted of(PaidAmount amount, Rates rates) {
            Fx fx = rates.rate(amount.account(), amount.currency(), amount.day(), amount.own());
            return new Counted(
                    amount,
                    fx.convert(amount.gross()).orElse(null),
                    fx.convert(amount.tax()).orElse(null));
        }
    }

    /** Sums in two currencies while they are counted. */
    static final class Sum {
        private BigDecimal gross = BigDecimal.ZERO;
        private BigDecimal tax = BigDecimal.ZERO;
        private BigDecimal reportingGross = BigDecimal.ZERO;
        private BigDecimal reportingTax = BigDecimal.ZERO;
        private int payments;
        private boolean converted;
        private boolean unresolved;
        private int unresolvedPayments;

        private void add(Counted counted) {
            PaidAmount amount = counted.amount();
            gross = gross.add(amount.gross());
            tax = tax.add(amount.tax());
            payments += amount.payments();
            if (counted.gross() == null || counted.tax() == null) {
                unresolved = true;
                unresolvedPayments += amount.payments();
            } else {
                converted = true;
                reportingGross = reportingGross.add(counted.gross());
                reportingTax = reportingTax.add(counted.tax());
            }
        }

        BigDecimal gross() {
            return gross;
        }

        BigDecimal tax() {
            return tax;
        }

        BigDecimal reportingGross() {
            return reportingGross;
        }

        BigDecimal reportingTax() {
            return reportingTax;
        }

        /** That stand. */
        int payments() {
            return payments;
        }

        /** Whether anything of it has a rate. */
        boolean isConverted() {
            return converted;
        }

        /** Whether anything of it has none. */
        boolean isUnresolved() {
            return unresolved;
        }

        int unresolvedPayments() {
            return unresolvedPayments;
        }
    }

    static GroupSums of(Stream<Counted> amounts, GroupBy by) {
        Map<Key, Sum> sums = new HashMap<>();
        amounts.forEach(counted -> sums.computeIfAbsent(
                        new Key(by.of(counted.amount()), counted.amount().currency()), first -> new Sum())
                .add(counted));
        SortedMap<Key, Sum> inOrder = new TreeMap<>(Key.ORDER);
        inOrder.putAll(sums);
        return new GroupSums(inOrder);
    }
}
