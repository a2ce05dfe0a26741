package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import org.jspecify.annotations.Nullable;

/**
 * It was decided that two ISINs are one instrument, known by the second from now on. What was told keeps the ISIN that it
 * had.
 *
 * @param source the line of the alias file that says so; absent when a person said it to the program
 */
public record InstrumentMerged(
        int decision,
        Isin from,
        Isin into,
        String reason,
        @Nullable SourceRef source) implements IdentityEvent {}
