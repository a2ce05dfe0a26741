package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import org.jspecify.annotations.Nullable;

/**
 * How the figures of a file compare with ours.
 *
 * @param period of the whole file
 */
public record FileVerdicts(
        AccountId account, FileId fileId, @Nullable Period period, long matches, long breaks, long notStated) {}
