package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.events.CostShared;
import io.dividendsomatic.portfolio.events.IdentityDecisionWithdrawn;
import io.dividendsomatic.portfolio.events.IdentityEvent;
import io.dividendsomatic.portfolio.events.InstrumentIdentified;
import io.dividendsomatic.portfolio.events.InstrumentMerged;
import io.dividendsomatic.portfolio.instruments.DecideByFile.Line;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Everything that was decided about the identity of instruments: one stream, since a decision is about all accounts. */
public class IdentityDecisions {
    public static final String STREAM = "instruments";

    @AggregateIdentifier
    @SuppressWarnings({"UnusedVariable", "FieldCanBeFinal"}) // Axon reads it
    private String id = STREAM;

    private final DecisionState state = new DecisionState();

    /** Axon creates it to replay its events. */
    IdentityDecisions() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(IdentifyInstrument decision) {
        return decide(decision);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(MergeInstruments decision) {
        return decide(decision);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Decided handle(ShareCost decision) {
        return decide(decision);
    }

    /** Throws DecisionRefused when it contradicts another that stands. */
    private Decided decide(IdentityDecision decision) {
        Decision same = state.same(decision).orElse(null);
        if (same != null) {
            return new Decided(same.number(), false);
        }
        state.check(decision);
        int number = state.next();
        AggregateLifecycle.apply(made(number, decision, null));
        return new Decided(number, true);
    }

    /** Throws DecisionRefused for one that does not stand. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WithdrawDecision withdrawal) {
        state.checkWithdrawal(withdrawal.decision());
        AggregateLifecycle.apply(new IdentityDecisionWithdrawn(withdrawal.decision(), withdrawal.reason(), null));
    }

    /**
     * A file is taken as it is: where it contradicts a person's word to the program, both stand and neither counts until
     * one is taken back. So it does not matter which came first.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DecideByFile told) {
        changes(told, state).forEach(AggregateLifecycle::apply);
    }

    static List<IdentityEvent> changes(DecideByFile told, DecisionState state) {
        List<IdentityEvent> changes = new ArrayList<>();
        List<IdentityDecision> stays = new ArrayList<>();
        for (Decision known : state.ofFiles()) {
            if (told.lines().stream().anyMatch(line -> line.decision().saysAs(known.content()))) {
                stays.add(known.content());
            } else {
                changes.add(
                        new IdentityDecisionWithdrawn(known.number(), "the alias file says it no longer", told.file()));
            }
        }
        FileId file = told.file();
        int number = state.next();
        for (Line line : told.lines()) {
            if (file != null && stays.stream().noneMatch(line.decision()::saysAs)) {
                changes.add(made(number++, line.decision(), new SourceRef(file, line.line())));
                stays.add(line.decision());
            }
        }
        return changes;
    }

    private static IdentityEvent made(int number, IdentityDecision decision, @Nullable SourceRef source) {
        return switch (decision) {
            case IdentifyInstrument d ->
                new InstrumentIdentified(
                        number,
                        d.alias(),
                        d.isin(),
                        d.validity().from(),
                        d.validity().to(),
                        d.reason(),
                        source);
            case MergeInstruments d -> new InstrumentMerged(number, d.from(), d.into(), d.reason(), source);
            case ShareCost d -> new CostShared(number, d.from(), d.into(), d.share(), d.reason(), source);
        };
    }

    @EventSourcingHandler
    void on(IdentityEvent event) {
        state.evolve(event);
    }
}
