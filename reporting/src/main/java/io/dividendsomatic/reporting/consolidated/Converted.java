package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.fx.FxLookup;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A flow with what it was worth on its day in the reporting currency.
 *
 * @param value absent without amount or rate
 * @param date from which it counts: its own, or the first of which the rate is known that the value has, too
 */
public record Converted(Flow flow, Fx fx, @Nullable BigDecimal value, LocalDate date) {

    public Converted(Flow flow, Fx fx, @Nullable BigDecimal value) {
        this(flow, fx, value, flow.date());
    }

    static Converted of(Flow flow, CurrencyCode currency, FxLookup rates) {
        Fx fx = flow.currency() == null
                ? Fx.MISSING
                : rates.rate(flow.account(), flow.currency(), currency, flow.date(), flow.own());
        return of(flow, fx, flow.date());
    }

    static Converted of(Flow flow, Fx fx, LocalDate date) {
        return new Converted(flow, fx, fx.convert(flow.amount()).orElse(null), date);
    }

    public AccountId account() {
        return flow.account();
    }

    public FlowKind kind() {
        return flow.kind();
    }

    /** What units had cost when they were first seen, as far as files tell it; else what they were worth. */
    public BigDecimal atCost() {
        Evidence evidence = flow.evidence();
        BigDecimal cost = evidence == null ? null : fx.convert(evidence.cost()).orElse(null);
        return value == null || cost == null ? orZero() : cost;
    }

    /** What it adds to a sum; what is not known adds nothing and is to be named. */
    public BigDecimal orZero() {
        return value == null ? BigDecimal.ZERO : value;
    }
}
