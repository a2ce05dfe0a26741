package io.dividendsomatic.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What is answered to whoever asks: how the program is, what pages are drawn with, and the way in. */
final class PublicPaths {
    private static final List<String> FILES =
            List.of("/actuator/health", "/dividendsomatic*.css", "/dividendsomatic*.js", "/icon*.svg", "/vendor/**");
    private static final RequestMatcher FILES_READ = new OrRequestMatcher(
            FILES.stream().map(PathPatternRequestMatcher::pathPattern).toArray(RequestMatcher[]::new));
    private static final RequestMatcher FORMS = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/login"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/logout"),
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/preferences"));
    private static final RequestMatcher LOGIN = PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/login");

    private PublicPaths() {}

    private static boolean matches(HttpServletRequest request) {
        return Gate.isReading(request) && FILES_READ.matches(request);
    }

    /** Forms that can be sent before anybody has logged in. */
    static boolean hasForm(HttpServletRequest request) {
        return FORMS.matches(request);
    }

    static boolean isOpenToAll(HttpServletRequest request) {
        return matches(request) || hasForm(request) || LOGIN.matches(request);
    }
}
