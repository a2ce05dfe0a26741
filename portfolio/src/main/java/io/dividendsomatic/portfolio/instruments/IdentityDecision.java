package io.dividendsomatic.portfolio.instruments;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a person can decide about instruments; also the command that does. */
public sealed interface IdentityDecision permits IdentifyInstrument, MergeInstruments, ShareCost {

    /** Why, for whoever reads it later. */
    String reason();

    /** Whether it says the same, whatever its reason. */
    boolean saysAs(IdentityDecision other);

    @TargetAggregateIdentifier
    default String stream() {
        return IdentityDecisions.STREAM;
    }
}
