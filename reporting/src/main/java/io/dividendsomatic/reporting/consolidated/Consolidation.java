package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.holdings.Figures;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.Holding.HeldIn;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Broker;
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
import org.jspecify.annotations.Nullable;

/** Adds holdings up by account, broker and instrument, at the rates that the holdings name. */
final class Consolidation {

    private Consolidation() {}

    static PortfolioReport of(Holdings holdings) {
        return new PortfolioReport(
                holdings.asOf(),
                holdings.knownAt(),
                holdings.currency(),
                holdings.totals(),
                brokers(accounts(holdings)),
                instruments(holdings),
                holdings.unresolved());
    }

    private static Map<AccountId, AccountSum> accounts(Holdings holdings) {
        Map<AccountId, AccountSum> accounts = new TreeMap<>();
        for (Holding holding : holdings.items()) {
            for (HeldIn part : holding.accounts()) {
                accounts.computeIfAbsent(part.account(), first -> new AccountSum(part.asOf(), part.origin()))
                        .add(converted(holding, part));
            }
        }
        return accounts;
    }

    /** A part counts where the whole does, so that the accounts add up to the totals. */
    private static Figures converted(Holding holding, HeldIn part) {
        return new Figures(
                        converted(holding, part.marketValue()),
                        converted(holding, part.costBasis()),
                        converted(holding, part.unrealizedPnl()))
                .where(holding.inReportingCurrency().figures());
    }

    private static @Nullable BigDecimal converted(Holding holding, @Nullable Amount amount) {
        return holding.fx().convert(amount == null ? null : amount.value()).orElse(null);
    }

    private static List<OfBroker> brokers(Map<AccountId, AccountSum> accounts) {
        Map<String, List<OfAccount>> byBroker = new TreeMap<>();
        accounts.forEach(
                (account, sum) -> byBroker.computeIfAbsent(account.broker().code(), code -> new ArrayList<>())
                        .add(sum.of(account)));
        return byBroker.entrySet().stream()
                .map(entry -> broker(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static OfBroker broker(String code, List<OfAccount> accounts) {
        Figures sum = accounts.stream()
                .map(account -> new Figures(account.marketValue(), account.costBasis(), account.unrealizedPnl()))
                .reduce(Figures.ZERO, Figures::plus);
        return new OfBroker(new Broker(code), sum.marketValue(), sum.costBasis(), sum.unrealizedPnl(), accounts);
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
                    holding.weight());
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
                        .marketValue());
    }

    /** An account's day and what its parts add up to. */
    private static final class AccountSum {
        private final LocalDate asOf;
        private final Origin origin;
        private Figures figures = Figures.ZERO;

        AccountSum(LocalDate asOf, Origin origin) {
            this.asOf = asOf;
            this.origin = origin;
        }

        void add(Figures part) {
            figures = figures.plus(part);
        }

        OfAccount of(AccountId account) {
            return new OfAccount(
                    account, asOf, origin, figures.marketValue(), figures.costBasis(), figures.unrealizedPnl());
        }
    }
}
