package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.holdings.Figures;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.Holding.HeldIn;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.transactions.Cash;
import io.dividendsomatic.reporting.consolidated.PortfolioReport.OfAccount;
import io.dividendsomatic.reporting.consolidated.PortfolioReport.OfBroker;
import io.dividendsomatic.reporting.consolidated.PortfolioReport.OfInstrument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds holdings up by account, broker and instrument. What an account holds counts at its own rate, whoever else is asked
 * for, so that accounts asked one by one add up to all of them together.
 */
final class Consolidation {

    private Consolidation() {}

    /** @param accounts all that were asked for, also those that hold nothing */
    static PortfolioReport of(Standing standing, List<AccountId> accounts, List<Converted> flows) {
        Holdings holdings = standing.holdings();
        Map<AccountId, AccountSum> sums = new TreeMap<>();
        accounts.forEach(account -> sums.put(account, new AccountSum()));
        for (Holding holding : holdings.items()) {
            for (HeldIn part : holding.accounts()) {
                sums.computeIfAbsent(part.account(), first -> new AccountSum()).add(part, holdings.asOf());
            }
        }
        standing.cash()
                .forEach(balance -> sums.computeIfAbsent(balance.account(), first -> new AccountSum())
                        .add(balance));
        flows.forEach(flow -> sums.computeIfAbsent(flow.account(), first -> new AccountSum())
                .flows
                .add(flow));
        List<OfBroker> brokers = brokers(sums);
        return new PortfolioReport(
                holdings.asOf(),
                holdings.knownAt(),
                holdings.currency(),
                brokers.stream().map(OfBroker::summary).reduce(Summary.NOTHING, Summary::plus),
                brokers,
                instruments(holdings),
                Stream.of(
                                holdings.unresolved().stream().map(Missing::of),
                                Missing.ofCash(standing.cash()).stream(),
                                Missing.of(flows).stream())
                        .flatMap(each -> each)
                        .toList());
    }

    private static List<OfBroker> brokers(Map<AccountId, AccountSum> accounts) {
        Map<String, List<OfAccount>> byBroker = new TreeMap<>();
        accounts.forEach(
                (account, sum) -> byBroker.computeIfAbsent(account.broker().code(), code -> new ArrayList<>())
                        .add(sum.of(account)));
        return byBroker.entrySet().stream()
                .map(entry -> new OfBroker(
                        new Broker(entry.getKey()),
                        entry.getValue().stream().map(OfAccount::summary).reduce(Summary.NOTHING, Summary::plus),
                        entry.getValue()))
                .toList();
    }

    private static List<OfInstrument> instruments(Holdings holdings) {
        Map<Object, OfInstrument> instruments = new LinkedHashMap<>();
        for (Holding holding : holdings.items()) {
            Figures figures = holding.inReportingCurrency().figures();
            OfInstrument one = new OfInstrument(
                    holding.isin(),
                    holding.symbol(),
                    holding.name(),
                    figures.marketValue(),
                    figures.costBasis(),
                    figures.unrealizedPnl(),
                    holding.weight(),
                    Standing.quality(holding, holdings.asOf()));
            Object identity = holding.isin() != null ? holding.isin() : holding;
            instruments.merge(identity, one, Consolidation::sum);
        }
        return List.copyOf(instruments.values());
    }

    private static OfInstrument sum(OfInstrument one, OfInstrument other) {
        Figures sum = new Figures(one.marketValue(), one.costBasis(), one.unrealizedPnl())
                .plus(new Figures(other.marketValue(), other.costBasis(), other.unrealizedPnl()));
        return new OfInstrument(
                one.isin(),
                one.symbol(),
                one.name() != null ? one.name() : other.name(),
                sum.marketValue(),
                sum.costBasis(),
                sum.unrealizedPnl(),
                new Figures(one.weight(), null, null)
                        .plus(new Figures(other.weight(), null, null))
                        .marketValue(),
                one.quality().worse(other.quality()));
    }

    /** An account's day and what its parts add up to. */
    private static final class AccountSum {
        private @Nullable LocalDate asOf;
        private @Nullable Origin origin;
        private Figures figures = Figures.ZERO;
        private @Nullable BigDecimal cash;
        private Quality quality = Quality.ACTUAL;
        private final List<Converted> flows = new ArrayList<>();

        void add(HeldIn part, LocalDate day) {
            asOf = part.asOf();
            origin = part.origin();
            figures = figures.plus(part.inReportingCurrency().figures());
            quality = quality.worse(Standing.quality(part, day));
        }

        void add(Cash balance) {
            BigDecimal value = balance.inReportingCurrency().balance();
            if (value == null) {
                quality = quality.worse(Quality.FX_MISSING);
            } else {
                cash = cash == null ? value : cash.add(value);
            }
        }

        OfAccount of(AccountId account) {
            return new OfAccount(
                    account, asOf, origin, Summary.of(figures, cash, flows, quality.worse(Quality.of(flows))));
        }
    }
}
