package io.dividendsomatic.portfolio.events;

/** A person's word on which instrument a name means; all of them stand on one stream, numbered from 1. */
public sealed interface IdentityEvent
        permits InstrumentIdentified, InstrumentMerged, CostShared, IdentityDecisionWithdrawn {

    /** The number of the decision that it makes or takes back. */
    int decision();
}
