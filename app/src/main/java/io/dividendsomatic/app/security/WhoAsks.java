package io.dividendsomatic.app.security;

import io.dividendsomatic.app.security.PasswordLogin.LoggedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks: whose the token is, where one is sent, and else whose the session is, if that user is still the same.
 * A request with a token is answered by the token alone, so that no other site's page can ask by a session in its name.
 */
final class WhoAsks extends OncePerRequestFilter {
    /** Under which pages find who is logged in. */
    private static final String SIGNED_IN = "signedIn";

    private static final String BY_TOKEN = WhoAsks.class.getName() + ".token";
    private static final String SCHEME = "bearer";

    private final Users users;
    private final Tokens tokens;
    private final ObjectProvider<CommandToken> command;
    private final Refusals refusals;

    WhoAsks(Users users, Tokens tokens, ObjectProvider<CommandToken> command, Refusals refusals) {
        this.users = users;
        this.tokens = tokens;
        this.command = command;
        this.refusals = refusals;
    }

    /** Whether another site's page could have a browser send this in a person's name, were it not for a token of the page. */
    static boolean canBeForged(HttpServletRequest request) {
        return !Gate.isReading(request)
                && request.getAttribute(BY_TOKEN) == null
                && (request.getAttribute(SIGNED_IN) != null || PublicPaths.hasForm(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable
        String token = PublicPaths.isOpenToAll(request) ? null : token(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (token == null) {
            bySession(request);
        } else {
            Optional<Authentication> who = byToken(token);
            if (who.isEmpty()) {
                refusals.badToken(response);
                return;
            }
            request.setAttribute(BY_TOKEN, true);
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(who.get());
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private static @Nullable String token(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String rest = header.substring(SCHEME.length());
        return rest.isEmpty() || rest.startsWith(" ") ? rest.strip() : null;
    }

    private Optional<Authentication> byToken(String token) {
        CommandToken ours = command.getIfAvailable();
        return ours != null && ours.is(token)
                ? Optional.of(UsernamePasswordAuthenticationToken.authenticated(
                        CommandToken.WHO, null, List.of(Role.ADMIN.authority())))
                : tokens.userOf(token).map(PasswordLogin::of);
    }

    private void bySession(HttpServletRequest request) {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (session == null || !(session.getPrincipal() instanceof LoggedIn who)) {
            return;
        }
        if (users.find(who.name()).filter(who::isStill).isPresent()) {
            request.setAttribute(SIGNED_IN, who.name());
        } else {
            SecurityContextHolder.clearContext();
            Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        }
    }
}
