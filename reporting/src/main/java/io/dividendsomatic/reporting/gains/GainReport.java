package io.dividendsomatic.reporting.gains;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.transactions.Gain;
import io.dividendsomatic.reporting.Report;
import io.dividendsomatic.reporting.consolidated.Quality;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What sales and covers realized, in the reporting currency at the rates of their days. A gain that is not known or has
 * no rate is in no sum and counted as unknown.
 *
 * @param year of totals, winners and losers; absent for all years
 * @param years every year that has some
 * @param instruments the largest gain first
 * @param winners at most ten, the largest gain first; {@code losers} the largest loss first
 */
public record GainReport(
        @Nullable Integer year,
        @Nullable LocalDate asOf,
        Instant knownAt,
        CurrencyCode currency,
        Method method,
        Line totals,
        List<InYear> years,
        List<OfInstrument> instruments,
        List<OfInstrument> winners,
        List<OfInstrument> losers,
        Quality quality)
        implements Report {
    private static final int MOST_NAMED = 10;

    public GainReport {
        years = List.copyOf(years);
        instruments = List.copyOf(instruments);
        winners = List.copyOf(winners);
        losers = List.copyOf(losers);
    }

    /**
     * Sums of some sales.
     *
     * @param sales how many, covers of short ones included
     * @param gains of those that gained; {@code losses}, negative, of the others
     * @param net gains + losses
     * @param unknown sales in none of the sums
     */
    public record Line(
            int sales,
            int won,
            int lost,
            BigDecimal gains,
            BigDecimal losses,
            BigDecimal net,
            int unknown,
            Quality quality) {

        static Line of(Collection<Gain> all) {
            BigDecimal gains = BigDecimal.ZERO;
            BigDecimal losses = BigDecimal.ZERO;
            int won = 0;
            int lost = 0;
            int unknown = 0;
            for (Gain each : all) {
                BigDecimal gain = each.inReportingCurrency().gain();
                if (gain == null) {
                    unknown++;
                } else if (gain.signum() < 0) {
                    lost++;
                    losses = losses.add(gain);
                } else {
                    won += gain.signum();
                    gains = gains.add(gain);
                }
            }
            return new Line(all.size(), won, lost, gains, losses, gains.add(losses), unknown, GainReport.quality(all));
        }
    }

    /** A year. */
    public record InYear(int year, @JsonUnwrapped Line line) {}

    /** An instrument over all accounts; without an ISIN its name at its broker is its identity. */
    public record OfInstrument(
            @Nullable Isin isin,
            @Nullable String symbol,
            @Nullable String name,
            LocalDate lastSale,
            @JsonUnwrapped Line line) {}

    /** @param all of every year */
    static GainReport of(
            @Nullable Integer year,
            @Nullable LocalDate asOf,
            Instant knownAt,
            CurrencyCode currency,
            Method method,
            Collection<Gain> all) {
        Map<Integer, List<Gain>> byYear = new TreeMap<>();
        all.forEach(gain -> byYear.computeIfAbsent(gain.date().getYear(), first -> new ArrayList<>())
                .add(gain));
        Collection<Gain> chosen = year == null ? all : byYear.getOrDefault(year, List.of());
        List<OfInstrument> instruments = instruments(chosen);
        return new GainReport(
                year,
                asOf,
                knownAt,
                currency,
                method,
                Line.of(chosen),
                byYear.entrySet().stream()
                        .map(each -> new InYear(each.getKey(), Line.of(each.getValue())))
                        .toList(),
                instruments,
                instruments.stream()
                        .filter(each -> each.line().net().signum() > 0)
                        .limit(MOST_NAMED)
                        .toList(),
                instruments.reversed().stream()
                        .filter(each -> each.line().net().signum() < 0)
                        .limit(MOST_NAMED)
                        .toList(),
                quality(chosen));
    }

    private static List<OfInstrument> instruments(Collection<Gain> gains) {
        Map<Object, List<Gain>> byInstrument = new LinkedHashMap<>();
        gains.forEach(gain -> byInstrument
                .computeIfAbsent(identity(gain), first -> new ArrayList<>())
                .add(gain));
        return byInstrument.values().stream()
                .map(ofOne -> new OfInstrument(
                        ofOne.getLast().isin(),
                        ofOne.getLast().symbol(),
                        ofOne.getLast().name(),
                        ofOne.getLast().date(),
                        Line.of(ofOne)))
                .sorted(Comparator.comparing((OfInstrument each) -> each.line().net())
                        .reversed()
                        .thenComparing(each -> String.valueOf(each.isin()))
                        .thenComparing(each -> String.valueOf(each.symbol())))
                .toList();
    }

    static Object identity(Gain gain) {
        return gain.isin() != null
                ? gain.isin()
                : gain.account().broker() + " " + (gain.symbol() != null ? gain.symbol() : gain.name());
    }

    private static Quality quality(Collection<Gain> gains) {
        if (gains.stream()
                .anyMatch(gain ->
                        gain.gain() != null && gain.inReportingCurrency().gain() == null)) {
            return Quality.FX_MISSING;
        }
        return gains.stream().anyMatch(gain -> gain.gain() == null) ? Quality.NOT_STATED : Quality.ACTUAL;
    }
}
