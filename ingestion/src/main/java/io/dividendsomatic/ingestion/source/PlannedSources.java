package io.dividendsomatic.ingestion.source;

import java.util.List;

/**
 * The sources of one kind that the user has configured. Every bean of this type is scheduled, listed at
 * {@code /api/v1/admin/sources} and asked by {@code POST /api/v1/admin/sources/{name}/poll}; nothing else has to be told
 * of a new kind. A further kind of source is
 *
 * <ol>
 *   <li>a class that implements {@link StatementSource}, and fails with {@link SourceFailed} only;
 *   <li>a settings record, {@code @ConfigurationProperties("dividendsomatic.sources")}, whose one component is called like
 *       the kind and is a map from the user's own names to the settings of one source each, with
 *       {@code @DefaultValue Schedule schedule} among them and secrets as {@link Secret}; the empty map is the default, so
 *       nothing is asked before it is configured;
 *   <li>a bean of this type, made of both: names are {@code <kind>.<name>}, plans {@code schedule.plan(cron, jitter)} with
 *       the kind's own defaults.
 * </ol>
 */
public record PlannedSources(List<PlannedSource> sources) {
    public PlannedSources {
        sources = List.copyOf(sources);
    }

    public static PlannedSources of(PlannedSource... sources) {
        return new PlannedSources(List.of(sources));
    }
}
