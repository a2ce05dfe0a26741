package io.dividendsomatic.app.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The program's one clock, and its schedule. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Time {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
