package io.dividendsomatic.app.sources;

import io.dividendsomatic.app.web.ApiProblem;
import io.dividendsomatic.ingestion.source.Plan;
import io.dividendsomatic.ingestion.source.PlannedSource;
import io.dividendsomatic.ingestion.source.SourceRefusals;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The configured sources as they are, and asking one out of turn. */
@Component
public class Sources {
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

    public List<SourceStatus> all() {
        return registry.all().stream().map(this::status).toList();
    }

    /** Throws what tells that no source is called so. */
    SourceStatus one(String name) {
        return status(find(name));
    }

    private SourceStatus status(PlannedSource source) {
        SourceState state = switch (source.plan()) {
            case Plan.Timed timed -> states.find(source.name());
            case Plan.Watched watched ->
                watches.state(source.name()).withProgress(source.source().progress());
        };
        return SourceStatus.of(source, state, refusals.newestFirst(source.name(), REFUSALS_SHOWN));
    }

    /** Begins a look and does not wait for its end; refuses where there is nothing to ask, or it is being asked. */
    public SourceStatus poll(String name) {
        PlannedSource source = find(name);
        if (!source.source().available()) {
            throw new ApiProblem(HttpStatus.CONFLICT, "SOURCE_UNAVAILABLE", "What " + name + " reads is not there");
        }
        if (!begins(source)) {
            throw new ApiProblem(HttpStatus.CONFLICT, "SOURCE_RUNNING", name + " is being asked just now");
        }
        return status(source);
    }

    private PlannedSource find(String name) {
        return registry.find(name)
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "UNKNOWN_SOURCE", "No source " + name));
    }

    private boolean begins(PlannedSource source) {
        return switch (source.plan()) {
            case Plan.Timed timed -> runs.startNow(source, timed);
            case Plan.Watched watched -> {
                watches.lookNow(source.name());
                yield true;
            }
        };
    }
}
