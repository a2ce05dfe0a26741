package io.dividendsomatic.app.admin;

import io.dividendsomatic.portfolio.projection.ReadModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Builds at the start whatever an older program filled otherwise than this one would. The generation of then answers until
 * the new one takes over, whatever it tells otherwise: that is what it is built for.
 */
@Component
class WhenReadModelIsOutdatedThenRebuild {
    private static final Logger LOG = LoggerFactory.getLogger(WhenReadModelIsOutdatedThenRebuild.class);

    private final ReadModels models;
    private final Rebuilds rebuilds;

    WhenReadModelIsOutdatedThenRebuild(ReadModels models, Rebuilds rebuilds) {
        this.models = models;
        this.rebuilds = rebuilds;
    }

    @EventListener(ApplicationReadyEvent.class)
    void rebuild() {
        for (ReadModel model : models.outdated()) {
            if (rebuilds.start(model, Rebuilds.Accept.ALWAYS).isPresent()) {
                LOG.info("{} was filled by an older program and is built again", model.name());
            } else {
                LOG.warn("{} was filled by an older program; a rebuild of it waits to be finished", model.name());
            }
        }
    }
}
