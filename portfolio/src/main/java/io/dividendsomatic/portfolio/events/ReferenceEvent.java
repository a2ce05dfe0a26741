package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.FileId;

/** An event on the stream of what one file says and what belongs to no account. */
public sealed interface ReferenceEvent
        permits ReferenceRatesTold,
                ReferenceDividendsTold,
                ReferencePricesTold,
                ReferencesRecorded,
                ReferencesRetracted,
                ReferencesRestored {
    FileId file();
}
