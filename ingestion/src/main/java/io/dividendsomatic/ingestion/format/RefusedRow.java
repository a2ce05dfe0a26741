package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.Problem;

/** Ends the reading of one row that has a bad value; it becomes {@code RowRejected} and never leaves the format. */
public final class RefusedRow extends RuntimeException {
    private final transient Problem problem;

    public RefusedRow(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
