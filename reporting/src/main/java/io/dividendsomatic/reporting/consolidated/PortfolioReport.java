package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.holdings.Figures;
import io.dividendsomatic.portfolio.holdings.Holdings.Unresolved;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Value, cost and unrealized result over all brokers, in one currency. The accounts add up to their broker, the brokers
 * and the instruments to the totals; the unresolved stand in none of them.
 */
public record PortfolioReport(
        LocalDate asOf,
        Instant knownAt,
        CurrencyCode currency,
        Figures totals,
        List<OfBroker> brokers,
        List<OfInstrument> instruments,
        List<Unresolved> unresolved) {

    public PortfolioReport {
        brokers = List.copyOf(brokers);
        instruments = List.copyOf(instruments);
        unresolved = List.copyOf(unresolved);
    }

    /** One broker. */
    public record OfBroker(
            Broker broker,
            @Nullable BigDecimal marketValue,
            @Nullable BigDecimal costBasis,
            @Nullable BigDecimal unrealizedPnl,
            List<OfAccount> accounts) {

        public OfBroker {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * One account.
     *
     * @param asOf the day of its snapshot
     */
    public record OfAccount(
            AccountId account,
            LocalDate asOf,
            Origin origin,
            @Nullable BigDecimal marketValue,
            @Nullable BigDecimal costBasis,
            @Nullable BigDecimal unrealizedPnl) {}

    /**
     * One instrument over all brokers and native currencies.
     *
     * @param isin absent when its broker's own name is its identity
     * @param weight share of the market value of everything, from 0 to 1, six decimals
     */
    public record OfInstrument(
            @Nullable Isin isin,
            @Nullable String symbol,
            @Nullable String name,
            @Nullable BigDecimal marketValue,
            @Nullable BigDecimal costBasis,
            @Nullable BigDecimal unrealizedPnl,
            @Nullable BigDecimal weight) {}
}
