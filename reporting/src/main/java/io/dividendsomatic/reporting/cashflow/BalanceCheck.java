package io.dividendsomatic.reporting.cashflow;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Whether what is told explains what accounts are worth: the net value that follows from all that is known beside the net
 * value itself. It says how far a look at the whole may be trusted; each figure that a broker prints is held against ours
 * to the cent elsewhere. A loan moves with rates that no file tells day by day, and so may leave more unexplained.
 *
 * @param expected the net value at the beginning and everything that happened since
 * @param difference {@code actual − expected}
 * @param percent of the net value without its sign, to two places, rounded half up; zero where nothing is left to divide by
 */
public record BalanceCheck(
        BigDecimal expected, BigDecimal actual, BigDecimal difference, BigDecimal percent, Verdict verdict) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal PASS_BELOW = BigDecimal.valueOf(1);
    private static final BigDecimal WARN_BELOW = BigDecimal.valueOf(5);
    private static final BigDecimal PASS_WITH_A_LOAN_BELOW = BigDecimal.valueOf(5);
    private static final BigDecimal WARN_WITH_A_LOAN_BELOW = BigDecimal.valueOf(15);

    /** Without a loan up to 1 and 5 percent, with one up to 5 and 15, each excluded. */
    public enum Verdict {
        PASS,
        WARNING,
        FAIL
    }

    static BalanceCheck of(BigDecimal expected, BigDecimal actual, boolean hasLoan) {
        BigDecimal difference = actual.subtract(expected);
        BigDecimal percent = actual.signum() <= 0
                ? BigDecimal.ZERO
                : difference.abs().multiply(HUNDRED).divide(actual, 2, RoundingMode.HALF_UP);
        Verdict verdict = percent.compareTo(hasLoan ? PASS_WITH_A_LOAN_BELOW : PASS_BELOW) < 0
                ? Verdict.PASS
                : percent.compareTo(hasLoan ? WARN_WITH_A_LOAN_BELOW : WARN_BELOW) < 0 ? Verdict.WARNING : Verdict.FAIL;
        return new BalanceCheck(expected, actual, difference, percent, verdict);
    }
}
