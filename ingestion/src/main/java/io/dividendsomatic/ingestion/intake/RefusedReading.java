package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.Problem;

/** Bytes that are read anew are refused whole today; the file stays as it was. */
public final class RefusedReading extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedReading(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
