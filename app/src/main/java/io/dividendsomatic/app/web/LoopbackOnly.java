package io.dividendsomatic.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps other sites out of a program in which nobody has to log in yet. A page of another site can make a person's
 * browser call this machine: under a name of its own that resolves to it (then {@code Host} tells), or across sites
 * (then {@code Sec-Fetch-Site} or {@code Origin} tell).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LoopbackOnly extends OncePerRequestFilter {
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final JsonMapper json;

    LoopbackOnly(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getHeader(HttpHeaders.HOST);
        if (host == null || !HOSTS.contains(withoutPort(host))) {
            refuse(response, "FOREIGN_HOST", "This program answers to localhost only.");
        } else if (!READING.contains(request.getMethod()) && isCrossSite(request, host)) {
            refuse(response, "CROSS_SITE", "Another site may not change anything here.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isCrossSite(HttpServletRequest request, String host) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        return (site != null && !OWN_SITE.contains(site))
                || (origin != null && !origin.equalsIgnoreCase("http://" + host));
    }

    private void refuse(HttpServletResponse response, String code, String detail) throws IOException {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(new ApiProblem(HttpStatus.FORBIDDEN, code, detail).getBody()));
    }
}
