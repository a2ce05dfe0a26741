package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.RetractionCause;

/**
 * Everything that a file had told an account until now counts no more. What other files tell stays; what was told remains
 * known. Facts are bookings, printed figures, rates, described instruments, and the positions of a day as one.
 *
 * @param withdrawn facts that no other file tells
 * @param kept facts that other files tell as well
 */
public record StatementRetracted(AccountId account, FileId file, RetractionCause cause, int withdrawn, int kept)
        implements AccountEvent {}
