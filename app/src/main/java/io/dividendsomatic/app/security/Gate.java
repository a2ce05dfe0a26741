package io.dividendsomatic.app.security;

import io.dividendsomatic.app.web.ApiProblem;
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
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells whether the program is open, which it is until there is a user, and keeps others out while it is. Then only this
 * machine is answered: by the address of the connection, not by what headers say. A page of another site can make a
 * person's browser call this machine too: under a name of its own that resolves to it (then {@code Host} tells), or across
 * sites (then {@code Sec-Fetch-Site} or {@code Origin} tell); the latter changes nothing after log-in is set up either.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // the headers of every answer come first
class Gate extends OncePerRequestFilter {
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final String OPEN = Gate.class.getName() + ".open";

    private final Users users;
    private final Problems problems;

    Gate(Users users, Problems problems) {
        this.users = users;
        this.problems = problems;
    }

    /** Whether nobody has to log in for this request. */
    static boolean isOpen(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(OPEN));
    }

    static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean open = !users.exist();
        @Nullable String host = request.getHeader(HttpHeaders.HOST);
        if (open && !Peer.of(request).isOurs()) {
            refuse(
                    response,
                    "NO_ADMINISTRATOR",
                    "Nobody can log in yet, so only the machine itself is answered. Create the first administrator there:"
                            + " java -jar dividendsomatic.jar user add NAME");
        } else if (open && (host == null || !HOSTS.contains(withoutPort(host)))) {
            refuse(response, "FOREIGN_HOST", "This program answers to localhost only.");
        } else if (!isReading(request) && isCrossSite(request, host, open)) {
            refuse(response, "CROSS_SITE", "Another site may not change anything here.");
        } else {
            request.setAttribute(OPEN, open);
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletResponse response, String code, String detail) throws IOException {
        problems.write(response, new ApiProblem(HttpStatus.FORBIDDEN, code, detail));
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    }

    /** A browser whose person hides where requests come from says {@code null}; which site it was it says all the same. */
    private static boolean isCrossSite(HttpServletRequest request, @Nullable String host, boolean open) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (site != null && !OWN_SITE.contains(site)) {
            return true;
        }
        boolean hidden = "same-origin".equals(site) && "null".equals(origin);
        return origin != null && !hidden && !isOwn(origin, host, open);
    }

    /** By the name that was asked for; behind a proxy that speaks TLS, which is not seen here, by the safer scheme too. */
    private static boolean isOwn(String origin, @Nullable String host, boolean open) {
        return origin.equalsIgnoreCase("http://" + host) || (!open && origin.equalsIgnoreCase("https://" + host));
    }
}
