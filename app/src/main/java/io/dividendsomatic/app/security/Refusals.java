package io.dividendsomatic.app.security;

import io.dividendsomatic.app.web.ApiProblem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What is answered to who may not: programs get a problem, people the page to log in at or one that says why. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String CHALLENGE = "Bearer realm=\"dividendsomatic\"";

    private final Problems problems;

    Refusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (isForPrograms(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            problems.write(
                    response,
                    new ApiProblem(
                            HttpStatus.UNAUTHORIZED,
                            "LOGIN_REQUIRED",
                            "Send a token: Authorization: Bearer …; an administrator makes one by token create NAME"));
        } else if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", loginFrom(pathOf(request.getHeader("HX-Current-URL"))));
        } else {
            response.sendRedirect(loginFrom(Gate.isReading(request) ? here(request) : "/"));
        }
    }

    void badToken(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
        problems.write(
                response,
                new ApiProblem(
                        HttpStatus.UNAUTHORIZED,
                        "BAD_TOKEN",
                        "The token is not known, was revoked or has expired; an administrator makes one by"
                                + " token create NAME"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        ApiProblem problem = why instanceof CsrfException
                ? new ApiProblem(
                        HttpStatus.FORBIDDEN,
                        "CSRF",
                        "The request does not come from a page of this session; open the page again, or send a token")
                : new ApiProblem(HttpStatus.FORBIDDEN, "ADMIN_ONLY", "Only an administrator may do this");
        if (isForPrograms(request)) {
            problems.write(response, problem);
        } else {
            request.setAttribute(LoginPages.PROBLEM, problem);
            request.getRequestDispatcher(LoginPages.REFUSED).forward(request, response);
        }
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/v3/") || path.startsWith("/actuator/");
    }

    private static String here(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    private static String pathOf(@Nullable String address) {
        try {
            URI here = URI.create(String.valueOf(address));
            return here.getRawPath() + (here.getRawQuery() == null ? "" : "?" + here.getRawQuery());
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    private static String loginFrom(String back) {
        return back.equals("/") ? "/login" : "/login?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }
}
