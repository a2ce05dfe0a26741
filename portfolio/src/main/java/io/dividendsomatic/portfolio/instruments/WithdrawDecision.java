package io.dividendsomatic.portfolio.instruments;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes a decision back. */
public record WithdrawDecision(int decision, String reason) {

    @TargetAggregateIdentifier
    public String stream() {
        return IdentityDecisions.STREAM;
    }
}
