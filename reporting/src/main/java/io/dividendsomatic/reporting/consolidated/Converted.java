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
 */
public record Converted(Flow flow, Fx fx, @Nullable BigDecimal value) {

    static Converted of(Flow flow, CurrencyCode currency, FxLookup rates) {
        Fx fx = flow.currency() == null
                ? Fx.MISSING
                : rates.rate(flow.account(), flow.currency(), currency, flow.date(), flow.own());
        return new Converted(flow, fx, fx.convert(flow.amount()).orElse(null));
    }

    public AccountId account() {
        return flow.account();
    }

    public LocalDate date() {
        return flow.date();
    }

    public FlowKind kind() {
        return flow.kind();
    }

    /** What it adds to a sum; what is not known adds nothing and is to be named. */
    public BigDecimal orZero() {
        return value == null ? BigDecimal.ZERO : value;
    }
}
