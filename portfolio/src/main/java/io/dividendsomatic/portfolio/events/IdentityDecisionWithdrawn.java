package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.FileId;
import org.jspecify.annotations.Nullable;

/**
 * A decision on the identity of instruments was taken back. That it stood until then remains known.
 *
 * @param file the alias file that no longer says it; absent when a person took it back
 */
public record IdentityDecisionWithdrawn(
        int decision, String reason, @Nullable FileId file) implements IdentityEvent {}
