package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.projection.Standpoint;
import io.dividendsomatic.portfolio.projection.Standpoints;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets what is only read, as it is known by now, be read from one place. An earlier knowledge is looked up by itself. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // who asks is known, and whether that is allowed
class OneStandpoint extends OncePerRequestFilter {
    private final Standpoints standpoints;

    OneStandpoint(Standpoints standpoints) {
        this.standpoints = standpoints;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return true; // before a parameter is read: that would take in a file, and refuse a large one in other words
        }
        String knownAt = request.getParameter("knownAt");
        return knownAt != null && !knownAt.isBlank();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (Standpoint.Visit _ = standpoints.visit()) {
            chain.doFilter(request, response);
        }
    }
}
