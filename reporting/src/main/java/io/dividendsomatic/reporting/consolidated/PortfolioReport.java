package io.dividendsomatic.reporting.consolidated;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.reporting.Report;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What everything is worth, what it cost and what it brought, over all brokers and in one currency, from the first booking
 * to the end of the day. The accounts add up to their broker and the brokers to the totals; so do the instruments, as far
 * as positions go. The unresolved stand in none of them.
 */
public record PortfolioReport(
        LocalDate asOf,
        Instant knownAt,
        CurrencyCode currency,
        Summary totals,
        List<OfBroker> brokers,
        List<OfInstrument> instruments,
        List<Missing> unresolved)
        implements Report {

    public PortfolioReport {
        brokers = List.copyOf(brokers);
        instruments = List.copyOf(instruments);
        unresolved = List.copyOf(unresolved);
    }

    /** One broker. */
    public record OfBroker(Broker broker, @JsonUnwrapped Summary summary, List<OfAccount> accounts) {

        public OfBroker {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * One account.
     *
     * @param asOf the day of its snapshot; absent, like the origin, where it has none
     */
    public record OfAccount(
            AccountId account,
            @Nullable LocalDate asOf,
            @Nullable Origin origin,
            @JsonUnwrapped Summary summary) {}

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
            @Nullable BigDecimal weight,
            Quality quality) {}
}
