package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.history.GroupSums.Sum;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums of payments, one line a group and currency. Tax on interest is listed among payments and in no sum of them.
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

    static DividendSummary of(GroupSums sums, CurrencyCode reporting) {
        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        int payments = 0;
        for (Sum sum : sums.sums().values()) {
            gross = gross.add(sum.reportingGross());
            tax = tax.add(sum.reportingTax());
            payments += sum.payments();
        }
        return new DividendSummary(
                reporting,
                sums.sums().entrySet().stream()
                        .map(sum -> line(sum.getKey(), sum.getValue(), reporting))
                        .toList(),
                InReporting.of(reporting, plain(gross), plain(tax)),
                payments,
                sums.sums().entrySet().stream()
                        .filter(sum -> sum.getValue().isUnresolved())
                        .map(sum -> new Unresolved(
                                sum.getKey().group(),
                                sum.getKey().currency(),
                                sum.getValue().unresolvedPayments(),
                                "FX_RATE_MISSING"))
                        .toList());
    }

    private static Line line(GroupSums.Key key, Sum sum, CurrencyCode reporting) {
        return new Line(
                key.group(),
                key.currency(),
                money(sum.gross(), key.currency()),
                money(sum.tax(), key.currency()),
                money(sum.gross().subtract(sum.tax()), key.currency()),
                sum.isConverted()
                        ? InReporting.of(reporting, plain(sum.reportingGross()), plain(sum.reportingTax()))
                        : null,
                sum.payments());
    }

    private static Money money(BigDecimal value, CurrencyCode currency) {
        return new Money(new Amount(value), currency);
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
