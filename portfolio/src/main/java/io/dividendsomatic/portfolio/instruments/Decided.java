package io.dividendsomatic.portfolio.instruments;

/**
 * The answer to a decision.
 *
 * @param isNew false when the same was decided before and still stands
 */
public record Decided(int decision, boolean isNew) {}
