package io.dividendsomatic.app.sources;

import io.dividendsomatic.ingestion.source.Plan;
import io.dividendsomatic.ingestion.source.PlannedSource;
import io.dividendsomatic.ingestion.source.SourceRefusals;
import java.util.List;
import org.springframework.stereotype.Component;

/** The configured sources as they are, and asking one out of turn. */
@Component
class Sources {
    private static final int REFUSALS_SHOWN = 20;

    private final SourceRegistry registry;
    private final SourceStates states;
    private final SourceRuns runs;
    private final SourceWatches watches;
    private final SourceRefusals refusals;

    Sources(
            SourceRegistry registry,
            SourceStates states,
            SourceRuns runs,
            SourceWatches watches,
            SourceRefusals refusals) {
        this.registry = registry;
        this.states = states;
        this.runs = runs;
        this.watches = watches;
        this.refusals = refusals;
    }

    List<SourceStatus> all() {
        return registry.all().stream().map(this::status).toList();
    }

    SourceStatus status(PlannedSource source) {
        SourceState state = switch (source.plan()) {
            case Plan.Timed timed -> states.find(source.name());
            case Plan.Watched watched ->
                watches.state(source.name()).withProgress(source.source().progress());
        };
        return SourceStatus.of(source, state, refusals.newestFirst(source.name(), REFUSALS_SHOWN));
    }

    /** Whether it is going to be asked; not when it is being asked. */
    boolean poll(PlannedSource source) {
        return switch (source.plan()) {
            case Plan.Timed timed -> runs.startNow(source, timed);
            case Plan.Watched watched -> {
                watches.lookNow(source.name());
                yield true;
            }
        };
    }
}
