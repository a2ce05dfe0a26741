package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** What a page cannot show is told as a page, with the code that programs read. */
@ControllerAdvice(basePackageClasses = PageProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {
    private static final Logger LOG = LoggerFactory.getLogger(PageProblems.class);

    @ExceptionHandler
    ModelAndView asked(ApiProblem problem, HttpServletRequest request, Locale locale) {
        return BarePage.of(problem, request, locale);
    }

    /** What stands in the address where another kind of value belongs. */
    @ExceptionHandler
    ModelAndView mistaken(MethodArgumentTypeMismatchException e, HttpServletRequest request, Locale locale) {
        String detail = e.getName() + ": '" + e.getValue() + "' is not a value that it takes";
        return BarePage.of(new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", detail), request, locale);
    }

    /** A missing parameter and the like say so themselves; of anything else the log tells, but not of who just left. */
    @ExceptionHandler
    @Nullable
    ModelAndView other(Exception e, HttpServletRequest request, Locale locale) {
        if (e instanceof ErrorResponse known) {
            return BarePage.of(known.getStatusCode(), known.getBody(), request, locale);
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null; // whoever left reads no answer
        }
        LOG.error("A page failed: {}", request.getRequestURI(), e);
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        return BarePage.of(
                status,
                ProblemDetail.forStatusAndDetail(status, "Something went wrong here; the log tells what."),
                request,
                locale);
    }
}
