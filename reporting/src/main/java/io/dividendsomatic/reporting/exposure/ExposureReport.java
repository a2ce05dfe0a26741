package io.dividendsomatic.reporting.exposure;

import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.Holding.HeldIn;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.transactions.Cash;
import io.dividendsomatic.reporting.Report;
import io.dividendsomatic.reporting.consolidated.Missing;
import io.dividendsomatic.reporting.consolidated.Quality;
import io.dividendsomatic.reporting.consolidated.Standing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands in which currency. Short positions and loans are negative, so the shares are those of the net value and sum
 * up to 1.
 *
 * @param netValue of positions and money, as far as it can be converted
 */
public record ExposureReport(
        LocalDate asOf,
        Instant knownAt,
        CurrencyCode currency,
        BigDecimal netValue,
        List<InCurrency> currencies,
        Quality quality,
        List<Missing> unresolved)
        implements Report {
    private static final int SHARE_DECIMALS = 6;

    public ExposureReport {
        currencies = List.copyOf(currencies);
        unresolved = List.copyOf(unresolved);
    }

    /**
     * One currency.
     *
     * @param holdings how many
     * @param positions what they are worth in that currency, as far as known; {@code cash} likewise
     * @param rate the average by which it was converted: inReportingCurrency / (positions + cash); absent without one
     * @param share of the net value, six decimals, rounded half even; absent where there is none
     */
    public record InCurrency(
            CurrencyCode nativeCurrency,
            int holdings,
            BigDecimal positions,
            BigDecimal cash,
            @Nullable BigDecimal rate,
            BigDecimal positionsInReportingCurrency,
            BigDecimal cashInReportingCurrency,
            BigDecimal inReportingCurrency,
            @Nullable BigDecimal share,
            Quality quality) {}

    static ExposureReport of(Standing standing) {
        Map<CurrencyCode, Sum> sums = new TreeMap<>();
        standing.holdings()
                .items()
                .forEach(holding -> sums.computeIfAbsent(holding.currency(), first -> new Sum())
                        .add(holding, standing.holdings().asOf()));
        standing.cash()
                .forEach(cash -> sums.computeIfAbsent(cash.currency(), first -> new Sum())
                        .add(cash));
        BigDecimal net = sums.values().stream().map(Sum::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ExposureReport(
                standing.holdings().asOf(),
                standing.holdings().knownAt(),
                standing.holdings().currency(),
                net,
                sums.entrySet().stream()
                        .map(each -> each.getValue().line(each.getKey(), net))
                        .toList(),
                standing.quality(true),
                standing.unresolved("marketValue", true));
    }

    /** One currency while it is added up. */
    private static final class Sum {
        private int holdings;
        private BigDecimal positions = BigDecimal.ZERO;
        private BigDecimal cash = BigDecimal.ZERO;
        private BigDecimal positionsConverted = BigDecimal.ZERO;
        private BigDecimal cashConverted = BigDecimal.ZERO;
        private BigDecimal rated = BigDecimal.ZERO;
        private Quality quality = Quality.ACTUAL;

        void add(Holding holding, LocalDate asOf) {
            holdings++;
            quality = quality.worse(Standing.quality(holding, asOf));
            for (HeldIn part : holding.accounts()) {
                if (part.marketValue() != null) {
                    add(part.marketValue().value(), part.inReportingCurrency().marketValue());
                }
            }
        }

        private void add(BigDecimal value, @Nullable BigDecimal converted) {
            positions = positions.add(value);
            if (converted != null) {
                positionsConverted = positionsConverted.add(converted);
                rated = rated.add(value);
            }
        }

        void add(Cash balance) {
            BigDecimal value = balance.balance().value();
            cash = cash.add(value);
            BigDecimal converted = balance.inReportingCurrency().balance();
            if (converted == null) {
                quality = quality.worse(Quality.FX_MISSING);
            } else {
                cashConverted = cashConverted.add(converted);
                rated = rated.add(value);
            }
        }

        BigDecimal total() {
            return positionsConverted.add(cashConverted);
        }

        InCurrency line(CurrencyCode currency, BigDecimal net) {
            return new InCurrency(
                    currency,
                    holdings,
                    positions,
                    cash,
                    rated.signum() == 0 ? null : total().divide(rated, MathContext.DECIMAL64),
                    positionsConverted,
                    cashConverted,
                    total(),
                    net.signum() == 0 ? null : total().divide(net, SHARE_DECIMALS, RoundingMode.HALF_EVEN),
                    quality);
        }
    }
}
