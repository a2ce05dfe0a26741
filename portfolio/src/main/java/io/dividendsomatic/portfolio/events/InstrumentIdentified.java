package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * It was decided which instrument an alias means. Rows that tell an ISIN of their own are not touched by it.
 *
 * @param validFrom the first day on which it does; absent for ever before
 * @param validTo the last one; absent for ever after
 * @param source the line of the alias file that says so; absent when a person said it to the program
 */
public record InstrumentIdentified(
        int decision,
        InstrumentAlias alias,
        Isin isin,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String reason,
        @Nullable SourceRef source)
        implements IdentityEvent {}
