package io.dividendsomatic.app.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that cannot be answered as asked, with the stable code that programs read (RFC 9457). */
public final class ApiProblem extends ErrorResponseException {

    public ApiProblem(HttpStatus status, String code, String detail) {
        super(status, describe(ProblemDetail.forStatusAndDetail(status, detail), code), null);
    }

    /** A bad row of a file; {@code line} is counted from 1 and is 0 when it is about the whole file. */
    public record RowError(int line, @Nullable String column, String code, String message) {}

    public ApiProblem with(List<RowError> errors) {
        return with("errors", errors);
    }

    public ApiProblem with(String property, Object value) {
        getBody().setProperty(property, value);
        return this;
    }

    /** Gives a problem its code, and the type that goes with the code. */
    static ProblemDetail describe(ProblemDetail problem, String code) {
        problem.setType(URI.create("urn:dividendsomatic:problem:" + code));
        problem.setProperty("code", code);
        return problem;
    }

    /** The code of a problem that has none of its own: the name of its status. */
    static String codeOf(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "HTTP_" + status.value() : known.name();
    }
}
