package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * It was decided which part of the cost of a security goes to one that was spun off from it, or to a right.
 *
 * @param from the security that had the cost
 * @param into the one that came for nothing
 * @param share between 0 and 1, both included
 * @param source the line of the alias file that says so; absent when a person said it to the program
 */
public record CostShared(
        int decision,
        Isin from,
        Isin into,
        BigDecimal share,
        String reason,
        @Nullable SourceRef source) implements IdentityEvent {}
