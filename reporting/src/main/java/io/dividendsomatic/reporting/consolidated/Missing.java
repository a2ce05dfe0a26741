package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.holdings.Holdings.Reason;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.transactions.Cash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What sums leave out.
 *
 * @param account absent of a holding that several accounts have
 * @param currency absent where no file tells it
 * @param figures the names of those sums
 * @param facts how many
 */
public record Missing(
        @Nullable AccountId account,
        @Nullable Isin isin,
        @Nullable String symbol,
        @Nullable CurrencyCode currency,
        Reason reason,
        List<String> figures,
        int facts) {

    public Missing {
        figures = List.copyOf(figures);
    }

    static Missing of(Holdings.Unresolved holding) {
        return new Missing(
                holding.accounts().size() == 1 ? holding.accounts().getFirst() : null,
                holding.isin(),
                holding.symbol(),
                holding.currency(),
                holding.reason(),
                holding.figures(),
                1);
    }

    /** Balances without a rate. */
    static List<Missing> ofCash(Collection<Cash> balances) {
        return balances.stream()
                .filter(cash -> cash.inReportingCurrency().balance() == null)
                .map(cash -> new Missing(
                        cash.account(), null, null, cash.currency(), Reason.FX_RATE_MISSING, List.of("cash"), 1))
                .toList();
    }

    private record Key(AccountId account, @Nullable CurrencyCode currency, Reason reason) {}

    /** One for all that an account misses in a currency for one reason; the figures are named by the kinds of flows. */
    public static List<Missing> of(Collection<Converted> flows) {
        Map<Key, List<Converted>> missing = new LinkedHashMap<>();
        flows.stream()
                .filter(flow -> flow.value() == null)
                .forEach(flow -> missing.computeIfAbsent(
                                new Key(flow.account(), flow.flow().currency(), reason(flow)),
                                first -> new ArrayList<>())
                        .add(flow));
        return missing.entrySet().stream()
                .map(entry -> new Missing(
                        entry.getKey().account(),
                        null,
                        null,
                        entry.getKey().currency(),
                        entry.getKey().reason(),
                        List.copyOf(new TreeSet<>(entry.getValue().stream()
                                .map(flow -> flow.kind().name())
                                .toList())),
                        entry.getValue().stream()
                                .mapToInt(flow -> Math.max(1, flow.flow().facts()))
                                .sum()))
                .toList();
    }

    private static Reason reason(Converted flow) {
        return flow.flow().amount() == null ? Reason.NOT_STATED : Reason.FX_RATE_MISSING;
    }
}
