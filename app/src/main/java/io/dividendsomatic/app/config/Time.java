package io.dividendsomatic.app.config;

import java.time.Clock;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The program's one clock, and its schedule. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Time {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * Threads for what is done again and again. With virtual threads there would be a single one for all of it, so that
     * settling or comparing a large read model would hold up leases and live news for as long as it takes.
     */
    @Bean
    ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
        return builder.build();
    }
}
