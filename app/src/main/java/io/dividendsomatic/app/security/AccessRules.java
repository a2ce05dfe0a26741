package io.dividendsomatic.app.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;

/** What is asked of a request before it is answered. */
@Configuration(proxyBeanMethods = false)
class AccessRules {

    /** Nobody can log in yet: what the gate let through asks nothing more. */
    @Bean
    @Order(1)
    SecurityFilterChain open() {
        return new DefaultSecurityFilterChain(Gate::isOpen);
    }

    /** In place of one user with a password of chance, which would come by itself. */
    @Bean
    AuthenticationManager nobody() {
        return asked -> {
            throw new BadCredentialsException("Nobody can log in yet");
        };
    }

    @Bean
    @Order(2)
    SecurityFilterChain closed(HttpSecurity http) {
        return http.authorizeHttpRequests(all -> all.anyRequest().denyAll()).build();
    }
}
