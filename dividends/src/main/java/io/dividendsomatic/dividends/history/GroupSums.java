package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.history.settling.SumCell;
import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums of payments by group and currency, which may be those of one account or of several together. */
record GroupSums(SortedMap<Key, Sum> sums) {

    /** Finds the rate to the reporting currency. */
    @FunctionalInterface
    interface Rates {
        Fx rate(AccountId account, CurrencyCode from, LocalDate day, @Nullable FxRate own);
    }

    record Key(String group, CurrencyCode currency) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::group).thenComparing(Key::currency);
    }

    /** Sums in two currencies while they are counted. */
    record Sum(
            BigDecimal gross,
            BigDecimal tax,
            BigDecimal reportingGross,
            BigDecimal reportingTax,
            int payments,
            int cells,
            int unresolvedCells,
            int unresolvedPayments) {
        static final Sum NOTHING =
                new Sum(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(
                    gross.add(other.gross),
                    tax.add(other.tax),
                    reportingGross.add(other.reportingGross),
                    reportingTax.add(other.reportingTax),
                    payments + other.payments,
                    cells + other.cells,
                    unresolvedCells + other.unresolvedCells,
                    unresolvedPayments + other.unresolvedPayments);
        }

        static Sum of(SumCell cell, Rates rates) {
            BigDecimal gross = cell.reportingGross();
            BigDecimal tax = cell.reportingTax();
            if (cell.day() != null) {
                Fx fx = rates.rate(cell.account(), cell.currency(), cell.day(), cell.own());
                gross = fx.convert(cell.gross()).orElse(null);
                tax = fx.convert(cell.tax()).orElse(null);
            }
            boolean known = gross != null && tax != null;
            return new Sum(
                    cell.gross(),
                    cell.tax(),
                    gross == null ? BigDecimal.ZERO : gross,
                    tax == null ? BigDecimal.ZERO : tax,
                    cell.payments(),
                    1,
                    known ? 0 : 1,
                    known ? 0 : cell.payments());
        }
    }

    static GroupSums of(Collection<SumCell> cells, Rates rates) {
        SortedMap<Key, Sum> sums = new TreeMap<>(Key.ORDER);
        cells.forEach(cell -> sums.merge(new Key(cell.group(), cell.currency()), Sum.of(cell, rates), Sum::plus));
        return new GroupSums(sums);
    }

    static GroupSums together(Collection<GroupSums> parts) {
        SortedMap<Key, Sum> sums = new TreeMap<>(Key.ORDER);
        parts.forEach(part -> part.sums.forEach((key, sum) -> sums.merge(key, sum, Sum::plus)));
        return new GroupSums(sums);
    }

    Sum total() {
        return sums.values().stream().reduce(Sum.NOTHING, Sum::plus);
    }
}
