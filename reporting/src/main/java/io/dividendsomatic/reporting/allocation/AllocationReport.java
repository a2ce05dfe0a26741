package io.dividendsomatic.reporting.allocation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.reporting.Report;
import io.dividendsomatic.reporting.consolidated.Missing;
import io.dividendsomatic.reporting.consolidated.Quality;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An allocation as it was asked for.
 *
 * @param cash whether cash and loans are groups
 * @param weights what the weights are, for who reads the answer alone
 * @param quality of the worst part
 * @param unresolved positions without a value or a rate, which no group has
 */
public record AllocationReport(
        LocalDate asOf,
        Instant knownAt,
        CurrencyCode currency,
        String by,
        boolean cash,
        String weights,
        @JsonUnwrapped Allocation allocation,
        Quality quality,
        List<Missing> unresolved)
        implements Report {
    static final String POSITIONS =
            "value / sum of the values of all positions, short ones negative; cash and loans are not part of it;"
                    + " top1, top3 and hhi by exposure, the share of absolute values";
    static final String NET_VALUE =
            "value / (sum of the values of all positions, short ones negative, and of cash, loans negative);"
                    + " top1, top3 and hhi by exposure, the share of absolute values";

    public AllocationReport {
        unresolved = List.copyOf(unresolved);
    }
}
