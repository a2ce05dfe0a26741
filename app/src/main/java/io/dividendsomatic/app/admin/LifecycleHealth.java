package io.dividendsomatic.app.admin;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Up when everything that starts with the program runs: the web server answers a moment before the processors do. */
@Component
class LifecycleHealth implements HealthIndicator {
    private final ObjectProvider<SmartLifecycle> parts;

    LifecycleHealth(ObjectProvider<SmartLifecycle> parts) {
        this.parts = parts;
    }

    @Override
    public Health health() {
        boolean running = parts.stream().filter(SmartLifecycle::isAutoStartup).allMatch(SmartLifecycle::isRunning);
        return running ? Health.up().build() : Health.outOfService().build();
    }
}
