package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All money of one kind that moved in an account on one day in one currency at one rate.
 *
 * @param date of a dividend and its tax the pay date
 * @param currency absent where no file tells it, like the amount then
 * @param amount as the effect on cash; absent where no file tells it
 * @param own the rate to the account's base currency that the rows themselves state
 * @param facts how many it sums up
 * @param evidence what shows it, of what came from outside or went there; else absent
 */
public record Flow(
        AccountId account,
        LocalDate date,
        FlowKind kind,
        @Nullable CurrencyCode currency,
        @Nullable BigDecimal amount,
        @Nullable FxRate own,
        int facts,
        @Nullable Evidence evidence) {
    static final Comparator<Flow> ORDER = Comparator.comparing(Flow::date)
            .thenComparing(Flow::account)
            .thenComparing(Flow::kind)
            .thenComparing(flow -> String.valueOf(flow.currency()))
            .thenComparing(
                    flow -> flow.own() == null ? BigDecimal.ZERO : flow.own().value())
            .thenComparing(flow -> flow.amount() == null)
            .thenComparing(flow -> String.valueOf(flow.evidence()));

    public Flow {
        amount = amount == null ? null : Plain.of(amount);
    }

    /** Told by bookings, of what happened inside. */
    public Flow(
            AccountId account,
            LocalDate date,
            FlowKind kind,
            @Nullable CurrencyCode currency,
            @Nullable BigDecimal amount,
            @Nullable FxRate own,
            int facts) {
        this(account, date, kind, currency, amount, own, facts, null);
    }

    private record Key(
            AccountId account,
            LocalDate date,
            FlowKind kind,
            @Nullable CurrencyCode currency,
            @Nullable FxRate own,
            boolean known,
            @Nullable Evidence evidence) {
        static Key of(Flow flow) {
            return new Key(
                    flow.account, flow.date, flow.kind, flow.currency, flow.own, flow.amount != null, flow.evidence);
        }
    }

    /** Adds flows up as they come: one flow for all that differ in nothing but the amount. */
    static final class Sums {
        private final Map<Key, Flow> sums = new LinkedHashMap<>();

        void add(Flow flow) {
            sums.merge(Key.of(flow), flow, Flow::plus);
        }

        /** In order of day, account and kind. */
        List<Flow> inOrder() {
            return sums.values().stream().sorted(ORDER).toList();
        }
    }

    private Flow plus(Flow other) {
        BigDecimal sum = amount == null || other.amount == null ? null : amount.add(other.amount);
        return new Flow(account, date, kind, currency, sum, own, facts + other.facts, evidence);
    }
}
