package io.dividendsomatic.app.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/** What is asked of a request before it is answered. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication // what only folds events answers nobody
class AccessRules {

    /** Nobody can log in yet: what the gate let through asks nothing more. */
    @Bean
    @Order(1)
    SecurityFilterChain open() {
        return new DefaultSecurityFilterChain(Gate::isOpen);
    }

    /**
     * Who reads is logged in; who does anything else is an administrator, and so is who reads what has secrets in it or is
     * everything at once. So a new path is closed to viewers unless it only reads.
     */
    @Bean
    @Order(2)
    SecurityFilterChain closed(
            HttpSecurity http, Users users, Tokens tokens, ObjectProvider<CommandToken> command, Refusals refusals) {
        return http.addFilterBefore(new WhoAsks(users, tokens, command, refusals), CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens()).requireCsrfProtectionMatcher(WhoAsks::canBeForged))
                .headers(headers -> headers.defaultsDisabled() // the others stand on every answer, open or not
                        .cacheControl(Customizer.withDefaults()))
                .requestCache(RequestCacheConfigurer::disable) // it would keep a session for each stranger
                .formLogin(login -> login.loginPage("/login")
                        .successHandler((request, response, who) ->
                                response.sendRedirect(LoginPages.own(request.getParameter("back"))))
                        .failureHandler((request, response, why) -> response.sendRedirect(again(request, why))))
                .logout(logout -> logout.logoutSuccessUrl("/login?told=out"))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(all -> all.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll() // the request itself was asked before
                        .requestMatchers(PublicPaths::isOpenToAll)
                        .permitAll()
                        .requestMatchers("/api/v1/admin/backup", "/api/v1/admin/users/**", "/api/v1/admin/tokens/**")
                        .hasRole(Role.ADMIN.name())
                        .requestMatchers(Gate::isReading)
                        .hasAnyRole(Role.VIEWER.name(), Role.ADMIN.name())
                        .anyRequest()
                        .hasRole(Role.ADMIN.name()))
                .build();
    }

    /** In a cookie of its own, since who opens the page to log in has no session yet. */
    private static CookieCsrfTokenRepository formTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("dividendsomatic-form");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return tokens;
    }

    private static String again(HttpServletRequest request, AuthenticationException why) {
        String told =
                why instanceof Tries.TooMany many ? "wait&wait=" + (many.left().toSeconds() + 1) : "failed";
        String back = LoginPages.own(request.getParameter("back"));
        return "/login?told=" + told + "&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }
}
