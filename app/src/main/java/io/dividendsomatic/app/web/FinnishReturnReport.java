package io.dividendsomatic.app.web;

import io.dividendsomatic.dividends.tax.FinnishReturn;
import io.dividendsomatic.dividends.tax.FinnishReturn.Payer;
import io.dividendsomatic.dividends.tax.FinnishRules;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Isin;
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
 * A year of dividends by payer for a Finnish return, in euros.
 *
 * @param taxableShare of a dividend that is capital income, {@code capitalIncomeRate} the tax on it
 * @param quality {@code FX_MISSING} where payments have no rate to the euro: they are in no line
 * @param unresolved payments without a rate to the euro, in no line
 * @param unallocatedTax that no payment claims, in no line
 */
record FinnishReturnReport(
        int year,
        @Nullable LocalDate asOf,
        Instant knownAt,
        CurrencyCode currency,
        BigDecimal taxableShare,
        BigDecimal capitalIncomeRate,
        List<Item> items,
        Quality quality,
        List<FactId> unresolved,
        List<FactId> unallocatedTax)
        implements Tabular {

    /** In which part of the return a payer stands. */
    enum Part {
        DOMESTIC,
        FOREIGN,
        IN_LIEU
    }

    /**
     * One payer's year.
     *
     * @param credit of the foreign tax, {@code excess} what the country took beyond its treaty
     */
    record Item(
            Part part,
            @Nullable String country,
            @Nullable Isin isin,
            @Nullable String symbol,
            @Nullable String name,
            BigDecimal gross,
            BigDecimal withholdingTax,
            @Nullable BigDecimal taxable,
            BigDecimal credit,
            BigDecimal excess,
            List<FactId> payments,
            List<SourceRef> sources) {
        static Item of(Part part, Payer payer) {
            return new Item(
                    part,
                    payer.country().isEmpty() ? null : payer.country(),
                    payer.instrument().isin(),
                    payer.instrument().symbol(),
                    payer.instrument().name(),
                    payer.gross().value(),
                    payer.withheld().value(),
                    payer.taxable() == null ? null : payer.taxable().value(),
                    payer.credit().value(),
                    payer.excess().value(),
                    payer.payments(),
                    payer.sources());
        }
    }

    static FinnishReturnReport of(
            int year, @Nullable LocalDate asOf, Instant knownAt, FinnishRules rules, FinnishReturn answer) {
        return new FinnishReturnReport(
                year,
                asOf,
                knownAt,
                new CurrencyCode("EUR"),
                rules.taxableShare(),
                rules.capitalIncomeRate(),
                Stream.of(
                                items(Part.DOMESTIC, answer.domestic()),
                                items(Part.FOREIGN, answer.foreign()),
                                items(Part.IN_LIEU, answer.inLieu()))
                        .flatMap(part -> part)
                        .toList(),
                answer.missing().isEmpty() ? Quality.ACTUAL : Quality.FX_MISSING,
                answer.missing(),
                answer.unallocated());
    }

    private static Stream<Item> items(Part part, List<Payer> payers) {
        return payers.stream().map(payer -> Item.of(part, payer));
    }

    @Override
    public List<String> header() {
        return List.of(
                "part",
                "country",
                "isin",
                "symbol",
                "name",
                "currency",
                "gross",
                "withholdingTax",
                "taxable",
                "credit",
                "excess");
    }

    @Override
    public List<List<@Nullable Object>> rows() {
        return items.stream()
                .map(item -> Arrays.<@Nullable Object>asList(
                        item.part,
                        item.country,
                        item.isin,
                        item.symbol,
                        item.name,
                        currency,
                        item.gross,
                        item.withholdingTax,
                        item.taxable,
                        item.credit,
                        item.excess))
                .toList();
    }
}
