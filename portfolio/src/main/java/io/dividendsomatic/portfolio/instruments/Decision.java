package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * A decision that stands.
 *
 * @param source the line of the alias file that says so; absent when a person said it to the program
 */
public record Decision(
        int number, IdentityDecision content, @Nullable SourceRef source) {}
