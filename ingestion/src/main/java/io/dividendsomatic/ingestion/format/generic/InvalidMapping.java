package io.dividendsomatic.ingestion.format.generic;

/** A mapping that cannot be used, and why. */
final class InvalidMapping extends RuntimeException {
    private final transient MappingProblem problem;

    InvalidMapping(MappingProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    MappingProblem problem() {
        return problem;
    }
}
