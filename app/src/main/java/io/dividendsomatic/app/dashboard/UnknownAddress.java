package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.support.RequestContextUtils;

/** A browser that asks for what is not there gets a page; a program keeps its problem. */
@Component
class UnknownAddress implements HandlerExceptionResolver, Ordered {

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        boolean isBrowser = accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().startsWith("/api/");
        if (!isBrowser || !(e instanceof NoResourceFoundException)) {
            return null;
        }
        ApiProblem problem = new ApiProblem(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is no page at this address.");
        return BarePage.of(problem, request, RequestContextUtils.getLocale(request));
    }

    /** Before those that make problems. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
