package io.dividendsomatic.app.admin;

import java.util.List;
import org.springframework.stereotype.Component;

/** What a page may ask of the read models. */
@Component
public class ReadModelCare {
    private final ReadModels models;
    private final Rebuilds rebuilds;

    ReadModelCare(ReadModels models, Rebuilds rebuilds) {
        this.models = models;
        this.rebuilds = rebuilds;
    }

    public List<ReadModels.Status> statuses() {
        return models.statuses();
    }

    /** Builds a read model again, and lets it take over; false when there is no such one or a rebuild is not finished. */
    public boolean rebuild(String name) {
        return models.find(name)
                .flatMap(model -> rebuilds.start(model, Rebuilds.Accept.ALWAYS))
                .isPresent();
    }
}
