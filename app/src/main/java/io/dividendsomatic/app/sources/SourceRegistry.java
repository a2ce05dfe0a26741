package io.dividendsomatic.app.sources;

import io.dividendsomatic.ingestion.source.Plan;
import io.dividendsomatic.ingestion.source.PlannedSource;
import io.dividendsomatic.ingestion.source.PlannedSources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every configured source by its name. */
@Component
public final class SourceRegistry {
    private final Map<String, PlannedSource> sources = new TreeMap<>();

    SourceRegistry(ObjectProvider<PlannedSources> kinds) {
        kinds.orderedStream().flatMap(kind -> kind.sources().stream()).forEach(source -> {
            if (sources.put(source.name(), source) != null) {
                throw new IllegalStateException("two sources are called " + source.name());
            }
        });
    }

    /** In the order of their names. */
    public List<PlannedSource> all() {
        return List.copyOf(sources.values());
    }

    public Optional<PlannedSource> find(String name) {
        return Optional.ofNullable(sources.get(name));
    }

    /** Those that a schedule asks, with their plans. */
    Map<PlannedSource, Plan.Timed> timed() {
        Map<PlannedSource, Plan.Timed> timed = new LinkedHashMap<>();
        sources.values().forEach(source -> {
            if (source.plan() instanceof Plan.Timed plan) {
                timed.put(source, plan);
            }
        });
        return timed;
    }
}
