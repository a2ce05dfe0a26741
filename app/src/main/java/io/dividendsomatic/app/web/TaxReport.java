package io.dividendsomatic.app.web;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PaymentKind;
import io.dividendsomatic.dividends.tax.TaxYear;
import io.dividendsomatic.dividends.tax.TaxedPayment;
import io.dividendsomatic.dividends.tax.TreatyRate;
import io.dividendsomatic.portfolio.holdings.Holdings.Reason;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.reporting.consolidated.Quality;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tax that was withheld in a year of pay dates, by country and payment.
 *
 * @param residence of the owner, whose treaties count
 * @param currency the reporting currency
 * @param countries ordinary dividends by country and currency
 * @param credits payments with tax that can be credited, {@code reclaims} those with more than the treaty allows
 * @param quality of the figures in the reporting currency; {@code FX_MISSING} also of a payment whose other part, paid in
 *     another currency, has no rate: its tax rate, credit and excess are not known then
 * @param unresolved payments without a rate
 */
record TaxReport(
        int year,
        @Nullable LocalDate asOf,
        Instant knownAt,
        String residence,
        CurrencyCode currency,
        List<Country> countries,
        List<Item> items,
        int page,
        int size,
        long total,
        List<FactId> credits,
        List<FactId> reclaims,
        Quality quality,
        List<Unresolved> unresolved)
        implements Tabular {

    /**
     * What was paid from one country in one currency.
     *
     * @param receivedAfterTax of payments that are told after tax alone: it is in no gross
     */
    record Country(
            @Nullable String country,
            CurrencyCode currency,
            Money gross,
            Money withholdingTax,
            Money receivedAfterTax,
            Money creditable,
            Money excess,
            int payments,
            int withoutTreaty) {}

    /** A payment without a rate. */
    record Unresolved(FactId factId, CurrencyCode currency, Reason reason) {}

    /** In the reporting currency; absent without a rate. */
    record InReporting(
            CurrencyCode currency,
            @Nullable BigDecimal gross,
            @Nullable BigDecimal withholdingTax) {}

    /** One payment with its tax. */
    record Item(
            FactId factId,
            LocalDate payDate,
            AccountId account,
            @Nullable Isin isin,
            @Nullable String symbol,
            @Nullable String name,
            @Nullable String country,
            PaymentKind kind,
            CurrencyCode currency,
            Money gross,
            Money withholdingTax,
            @Nullable BigDecimal effectiveRate,
            @Nullable BigDecimal treatyRate,
            @Nullable String treatySource,
            @Nullable Money creditable,
            @Nullable Money excess,
            boolean reversed,
            List<FactId> candidates,
            InReporting inReportingCurrency,
            Quality quality,
            List<SourceRef> sources) {
        static Item of(TaxedPayment taxed, CurrencyCode reporting) {
            Payment payment = taxed.payment();
            CurrencyCode currency = payment.currency();
            TreatyRate treaty = taxed.treaty();
            return new Item(
                    payment.id(),
                    payment.payDate(),
                    payment.account(),
                    payment.instrument() == null ? null : payment.instrument().isin(),
                    payment.instrument() == null ? null : payment.instrument().symbol(),
                    payment.instrument() == null ? null : payment.instrument().name(),
                    taxed.country(),
                    payment.kind(),
                    currency,
                    new Money(payment.gross(), currency),
                    new Money(payment.withholdingTax(), currency),
                    taxed.rate(),
                    treaty == null ? null : treaty.share(),
                    treaty == null ? null : treaty.source(),
                    CalendarItem.money(taxed.creditable(), currency),
                    CalendarItem.money(taxed.excess(), currency),
                    payment.reversed(),
                    payment.candidates(),
                    new InReporting(
                            reporting,
                            converted(payment.gross(), taxed.fx()),
                            converted(payment.withholdingTax(), taxed.fx())),
                    quality(taxed),
                    payment.sources());
        }

        private static Quality quality(TaxedPayment taxed) {
            return taxed.isUnconverted() ? Quality.FX_MISSING : Quality.ACTUAL;
        }

        private static @Nullable BigDecimal converted(Amount amount, @Nullable FxRate fx) {
            return fx == null ? null : amount.value().multiply(fx.value());
        }
    }

    static TaxReport of(
            @Nullable LocalDate asOf, Instant knownAt, CurrencyCode currency, TaxYear year, int page, int size) {
        List<TaxedPayment> all = Stream.of(year.dividends(), year.inLieu(), year.unallocated())
                .flatMap(List::stream)
                .sorted((one, other) -> Payment.BY_DATE.compare(one.payment(), other.payment()))
                .toList();
        return new TaxReport(
                year.year(),
                asOf,
                knownAt,
                year.residence(),
                currency,
                year.byCountry().stream().map(TaxReport::country).toList(),
                all.stream()
                        .skip((long) page * size)
                        .limit(size)
                        .map(taxed -> Item.of(taxed, currency))
                        .toList(),
                page,
                size,
                all.size(),
                year.credits().stream().map(taxed -> taxed.payment().id()).toList(),
                year.reclaims().stream().map(taxed -> taxed.payment().id()).toList(),
                all.stream().map(Item::quality).reduce(Quality.ACTUAL, Quality::worse),
                all.stream()
                        .filter(taxed -> taxed.fx() == null)
                        .map(taxed -> new Unresolved(
                                taxed.payment().id(), taxed.payment().currency(), Reason.FX_RATE_MISSING))
                        .toList());
    }

    private static Country country(TaxYear.CountryLine line) {
        return new Country(
                line.country().isEmpty() ? null : line.country(),
                line.currency(),
                new Money(line.gross(), line.currency()),
                new Money(line.withheld(), line.currency()),
                new Money(line.afterTax(), line.currency()),
                new Money(line.creditable(), line.currency()),
                new Money(line.excess(), line.currency()),
                line.payments(),
                line.withoutTreaty());
    }

    @Override
    public List<String> header() {
        return List.of(
                "payDate",
                "account",
                "isin",
                "symbol",
                "name",
                "country",
                "kind",
                "currency",
                "gross",
                "withholdingTax",
                "effectiveRate",
                "treatyRate",
                "creditable",
                "excess",
                "reversed",
                "reportingCurrency",
                "reportingGross",
                "reportingWithholdingTax",
                "quality");
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return items.stream()
                .map(item -> Arrays.<@Nullable Object>asList(
                        item.payDate,
                        item.account,
                        item.isin,
                        item.symbol,
                        item.name,
                        item.country,
                        item.kind,
                        item.currency,
                        TableCells.amount(item.gross),
                        TableCells.amount(item.withholdingTax),
                        item.effectiveRate,
                        item.treatyRate,
                        TableCells.amount(item.creditable),
                        TableCells.amount(item.excess),
                        item.reversed,
                        item.inReportingCurrency.currency,
                        item.inReportingCurrency.gross,
                        item.inReportingCurrency.withholdingTax,
                        item.quality))
                .toList();
    }
}
