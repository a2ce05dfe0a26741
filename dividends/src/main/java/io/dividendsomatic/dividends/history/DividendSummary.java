package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.history.settling.SumCell;
import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.transactions.Conversion;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sums of payments, one line a group and currency.
 *
 * @param currency the reporting currency
 * @param totals in it, of all lines together
 * @param unresolved groups of which payments have no rate; those are in no sum of the reporting currency
 */
public record DividendSummary(
        CurrencyCode currency, List<Line> lines, InReporting totals, int payments, List<Unresolved> unresolved) {
    public DividendSummary {
        lines = List.copyOf(lines);
        unresolved = List.copyOf(unresolved);
    }

    /** What could not be converted. */
    public record Unresolved(String group, CurrencyCode currency, int payments, String reason) {}

    /** In the reporting currency; {@code withholdingTax} positive when withheld. */
    public record InReporting(CurrencyCode currency, BigDecimal gross, BigDecimal withholdingTax, BigDecimal net) {
        static InReporting of(CurrencyCode currency, BigDecimal gross, BigDecimal tax) {
            return new InReporting(currency, gross, tax, gross.subtract(tax));
        }
    }

    /**
     * What the payments of one group in one currency amount to.
     *
     * @param inReportingCurrency of those that have a rate; absent where none has
     * @param payments that stand
     */
    public record Line(
            String group,
            CurrencyCode currency,
            Money gross,
            Money withholdingTax,
            Money net,
            @Nullable InReporting inReportingCurrency,
            int payments) {}

    private record Key(String group, CurrencyCode currency) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::group).thenComparing(Key::currency);
    }

    /** Sums in two currencies while they are counted. */
    private record Sum(
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

        static Sum of(SumCell cell, Conversion conversion) {
            BigDecimal gross = cell.reportingGross();
            BigDecimal tax = cell.reportingTax();
            if (cell.day() != null) {
                Fx fx = conversion.rate(cell.account(), cell.currency(), cell.day(), cell.own());
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

    static DividendSummary of(Collection<SumCell> cells, Conversion conversion) {
        Map<Key, Sum> sums = cells.stream()
                .collect(Collectors.toMap(
                        cell -> new Key(cell.group(), cell.currency()),
                        cell -> Sum.of(cell, conversion),
                        Sum::plus,
                        () -> new TreeMap<>(Key.ORDER)));
        CurrencyCode reporting = conversion.currency();
        Sum all = sums.values().stream().reduce(Sum.NOTHING, Sum::plus);
        return new DividendSummary(
                reporting,
                sums.entrySet().stream()
                        .map(sum -> line(sum.getKey(), sum.getValue(), reporting))
                        .toList(),
                InReporting.of(reporting, plain(all.reportingGross), plain(all.reportingTax)),
                all.payments,
                sums.entrySet().stream()
                        .filter(sum -> sum.getValue().unresolvedCells > 0)
                        .map(sum -> new Unresolved(
                                sum.getKey().group(),
                                sum.getKey().currency(),
                                sum.getValue().unresolvedPayments,
                                "FX_RATE_MISSING"))
                        .toList());
    }

    private static Line line(Key key, Sum sum, CurrencyCode reporting) {
        return new Line(
                key.group,
                key.currency,
                money(sum.gross, key.currency),
                money(sum.tax, key.currency),
                money(sum.gross.subtract(sum.tax), key.currency),
                sum.unresolvedCells == sum.cells
                        ? null
                        : InReporting.of(reporting, plain(sum.reportingGross), plain(sum.reportingTax)),
                sum.payments);
    }

    private static Money money(BigDecimal value, CurrencyCode currency) {
        return new Money(new Amount(value), currency);
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
