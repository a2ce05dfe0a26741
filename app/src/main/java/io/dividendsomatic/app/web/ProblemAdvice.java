package io.dividendsomatic.app.web;

import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error leaves as {@code application/problem+json} with a stable code, and without the program's insides. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Where our word differs from the name of the status. */
    private static final Map<Integer, String> CODES = Map.of(413, "TOO_LARGE");

    /** Whatever nobody foresaw: the log has it whole, the answer only that it happened. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unforeseen(Exception e, WebRequest request) {
        LOG.error("A request failed: {}", request.getDescription(false), e);
        return problem(e, HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here; the log tells what.", request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unreadableQuery(InvalidParameterException e, WebRequest request) {
        return problem(e, HttpStatus.BAD_REQUEST, "The address holds broken % escapes.", request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> notMultipart(MultipartException e, WebRequest request) {
        return problem(
                e, HttpStatus.BAD_REQUEST, "Send the file as multipart/form-data, in a part named file.", request);
    }

    private @Nullable ResponseEntity<Object> problem(
            Exception e, HttpStatus status, String detail, WebRequest request) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        return handleExceptionInternal(e, body, new HttpHeaders(), status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String why = e.getCause() instanceof ConversionFailedException failed
                        && !failed.getTargetType().getType().isEnum() // its message names the program's class
                        && failed.getCause() instanceof IllegalArgumentException ours
                ? String.valueOf(ours.getMessage())
                : "'" + e.getValue() + "' is not a value that it takes";
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, e.getPropertyName() + ": " + why);
        return handleExceptionInternal(e, body, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Object problem = body;
        if (problem == null && e instanceof ErrorResponse response) {
            problem = response.getBody();
        }
        if (problem instanceof ProblemDetail detail
                && (detail.getProperties() == null || !detail.getProperties().containsKey("code"))) {
            ApiProblem.describe(detail, codeOf(e, status));
        }
        HttpHeaders withType = new HttpHeaders(headers);
        withType.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.handleExceptionInternal(e, problem, withType, status, request);
    }

    private static String codeOf(Exception e, HttpStatusCode status) {
        return switch (e) {
            case MissingRequestValueException missing -> "MISSING_PARAMETER";
            case MissingServletRequestPartException missing -> "MISSING_PARAMETER";
            case TypeMismatchException mismatch -> "BAD_PARAMETER";
            default -> CODES.getOrDefault(status.value(), ApiProblem.codeOf(status));
        };
    }
}
