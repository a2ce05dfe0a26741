package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.eventstore.EventType;
import java.util.List;

/** The stored names and revisions of this module's events. A line here is never changed, only followed by another. */
public final class PortfolioEvents {
    public static final List<EventType> TYPES = List.of(
            new EventType("portfolio.AccountOpened", "1", AccountOpened.class),
            new EventType("portfolio.BaseCurrencyStated", "1", BaseCurrencyStated.class),
            new EventType("portfolio.InstrumentsDescribed", "1", InstrumentsDescribed.class),
            new EventType("portfolio.RatesStated", "1", RatesStated.class),
            new EventType("portfolio.SnapshotTaken", "1", SnapshotTaken.class),
            new EventType("portfolio.SnapshotConfirmed", "1", SnapshotConfirmed.class),
            new EventType("portfolio.SnapshotCorrected", "1", SnapshotCorrected.class),
            new EventType("portfolio.TransactionsBooked", "1", TransactionsBooked.class),
            new EventType("portfolio.FiguresPrinted", "1", FiguresPrinted.class),
            new EventType("portfolio.StatementRecorded", "1", StatementRecorded.class),
            new EventType("portfolio.StatementRetracted", "1", StatementRetracted.class),
            new EventType("portfolio.StatementRestored", "1", StatementRestored.class),
            new EventType("portfolio.ReferenceRatesTold", "1", ReferenceRatesTold.class),
            new EventType("portfolio.ReferenceDividendsTold", "1", ReferenceDividendsTold.class),
            new EventType("portfolio.ReferencePricesTold", "1", ReferencePricesTold.class),
            new EventType("portfolio.ReferencesRecorded", "1", ReferencesRecorded.class),
            new EventType("portfolio.ReferencesRetracted", "1", ReferencesRetracted.class),
            new EventType("portfolio.ReferencesRestored", "1", ReferencesRestored.class),
            new EventType("portfolio.ReferencesReplaced", "1", ReferencesReplaced.class),
            new EventType("portfolio.InstrumentIdentified", "1", InstrumentIdentified.class),
            new EventType("portfolio.InstrumentMerged", "1", InstrumentMerged.class),
            new EventType("portfolio.IdentityDecisionWithdrawn", "1", IdentityDecisionWithdrawn.class),
            new EventType("portfolio.CostShared", "1", CostShared.class));

    private PortfolioEvents() {}
}
