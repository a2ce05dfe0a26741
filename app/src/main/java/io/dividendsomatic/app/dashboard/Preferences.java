package io.dividendsomatic.app.dashboard;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a person wants the pages: kept by the browser, so that it holds for this person at this machine. */
@Controller
class Preferences {
    static final String LANGUAGE = "language";
    private static final String THEME = "theme";
    private static final String PRIVACY = "privacy";
    private static final Map<String, Set<String>> VALUES = Map.of(
            LANGUAGE, Set.of("en", "fi", "sv"),
            THEME, Set.of("light", "dark", "system"),
            PRIVACY, Set.of("on", "off"));
    private static final Duration KEPT = Duration.ofDays(365);

    /**
     * What was chosen.
     *
     * @param theme {@code light} or {@code dark}; {@code system} for what the machine says
     */
    record Chosen(String theme, boolean hidden) {
        static Chosen of(HttpServletRequest request) {
            return new Chosen(
                    cookie(request, THEME, "system"),
                    cookie(request, PRIVACY, "off").equals("on"));
        }
    }

    /** Back to the page that asked, which is never one of another site. */
    @PostMapping("/preferences")
    String choose(
            @RequestParam Map<String, String> wishes,
            @RequestParam(defaultValue = "/") String back,
            HttpServletResponse response) {
        wishes.forEach((name, value) -> {
            if (VALUES.getOrDefault(name, Set.of()).contains(value)) {
                ResponseCookie cookie = ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .sameSite("Strict")
                        .build();
                response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
            }
        });
        boolean own = back.startsWith("/") && !back.startsWith("//") && back.indexOf('\\') < 0;
        return "redirect:" + (own ? back : "/");
    }

    /** A value that this program would set itself, or the other. */
    static String cookie(HttpServletRequest request, String name, String otherwise) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? otherwise
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(VALUES.getOrDefault(name, Set.of())::contains)
                        .findFirst()
                        .orElse(otherwise);
    }
}
