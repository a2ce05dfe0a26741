package io.dividendsomatic.app.web;

import io.dividendsomatic.dividends.tax.FinnishReturn;
import io.dividendsomatic.dividends.tax.FinnishReturn.Payer;
import io.dividendsomatic.dividends.tax.FinnishReturn.Received;
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
 * @param quality {@code FX_MISSING} where payments have no rate to the euro: they are in no line; {@code NOT_STATED} where
 *     the gross and the tax of some are told by no file
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
        IN_LIEU,
        /** What files tell after tax alone: its gross and its tax are to be found elsewhere. */
        AFTER_TAX_ONLY
    }

    /**
     * One payer's year.
     *
     * @param gross absent of what is told after tax alone, as are the tax and what follows from it
     * @param received what is told after tax alone, else absent
     * @param credit of the foreign tax, {@code excess} what the country took beyond its treaty
     */
    record Item(
            Part part,
            @Nullable String country,
            @Nullable Isin isin,
            @Nullable String symbol,
            @Nullable String name,
            @Nullable BigDecimal gross,
            @Nullable BigDecimal withholdingTax,
            @Nullable BigDecimal received,
            @Nullable BigDecimal taxable,
            @Nullable BigDecimal credit,
            @Nullable BigDecimal excess,
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
                    null,
                    payer.taxable() == null ? null : payer.taxable().value(),
                    payer.credit().value(),
                    payer.excess().value(),
                    payer.payments(),
                    payer.sources());
        }

        static Item of(Received received) {
            return new Item(
                    Part.AFTER_TAX_ONLY,
                    received.country().isEmpty() ? null : received.country(),
                    received.instrument().isin(),
                    received.instrument().symbol(),
                    received.instrument().name(),
                    null,
                    null,
                    received.amount().value(),
                    null,
                    null,
                    null,
                    received.payments(),
                    received.sources());
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
                                items(Part.IN_LIEU, answer.inLieu()),
                                answer.afterTax().stream().map(Item::of))
                        .flatMap(part -> part)
                        .toList(),
                quality(answer),
                answer.missing(),
                answer.unallocated());
    }

    private static Quality quality(FinnishReturn answer) {
        if (!answer.missing().isEmpty()) {
            return Quality.FX_MISSING;
        }
        return answer.afterTax().isEmpty() ? Quality.ACTUAL : Quality.NOT_STATED;
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
                "received",
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
                        item.received,
                        item.taxable,
                        item.credit,
                        item.excess))
                .toList();
    }
}
