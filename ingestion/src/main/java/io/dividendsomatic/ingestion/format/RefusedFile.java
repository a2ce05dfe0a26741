package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;

/** Ends the reading of a file whose structure cannot be trusted; it becomes {@code FileRejected} and never leaves. */
public final class RefusedFile extends RuntimeException {
    private final transient Problem problem;

    public RefusedFile(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    public RefusedFile(ProblemCode code, String message) {
        this(Problem.ofFile(code, message));
    }

    public RefusedFile(int line, ProblemCode code, String message) {
        this(new Problem(line, null, code, message, null));
    }

    Problem problem() {
        return problem;
    }
}
