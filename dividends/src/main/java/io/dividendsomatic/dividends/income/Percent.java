package io.dividendsomatic.dividends.income;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Ratios and percentages in decimals, and the roots and logarithms that growth needs. */
final class Percent {
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Sixteen digits in between, half even; results are rounded by those who show them. */
    static final MathContext PRECISE = MathContext.DECIMAL64;
    /** Logarithms and roots work with twice the digits that they give. */
    private static final MathContext INNER = MathContext.DECIMAL128;
    /** Below the digits that a logarithm gives. */
    private static final BigDecimal SMALLEST = new BigDecimal("1E-24");

    private Percent() {}

    /** Throws ArithmeticException when {@code whole} is zero. */
    static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, PRECISE);
    }

    /** A part of a whole in percent, rounded half up. */
    static BigDecimal of(BigDecimal part, BigDecimal whole, int scale) {
        return part.multiply(HUNDRED).divide(whole, PRECISE).setScale(scale, RoundingMode.HALF_UP);
    }

    /** What a ratio means as growth: 1.05 is 5 percent; rounded half up. */
    static BigDecimal growth(BigDecimal ratio, int scale) {
        return ratio.subtract(BigDecimal.ONE).multiply(HUNDRED).setScale(scale, RoundingMode.HALF_UP);
    }

    /** The positive root of a positive number, by Newton's method from above, where each step comes nearer. */
    static BigDecimal root(BigDecimal value, int degree) {
        if (value.signum() <= 0 || degree < 1) {
            throw new ArithmeticException("only a positive number has a root here: " + value);
        }
        BigDecimal n = BigDecimal.valueOf(degree);
        BigDecimal guess = value.max(BigDecimal.ONE);
        while (true) {
            BigDecimal power = guess.pow(degree - 1, INNER);
            BigDecimal next = guess.multiply(n.subtract(BigDecimal.ONE))
                    .add(value.divide(power, INNER))
                    .divide(n, INNER);
            if (next.compareTo(guess) >= 0) {
                return guess.round(PRECISE);
            }
            guess = next;
        }
    }

    /** The natural logarithm of a number above zero: twice the area hyperbolic tangent of (x−1)/(x+1), as a series. */
    static BigDecimal ln(BigDecimal value) {
        if (value.signum() <= 0) {
            throw new ArithmeticException("only a positive number has a logarithm: " + value);
        }
        if (value.compareTo(BigDecimal.TWO) > 0) {
            return ln(value.divide(BigDecimal.TWO, INNER))
                    .add(ln(BigDecimal.TWO))
                    .round(PRECISE);
        }
        BigDecimal z = value.subtract(BigDecimal.ONE).divide(value.add(BigDecimal.ONE), INNER);
        BigDecimal square = z.multiply(z, INNER);
        BigDecimal power = z;
        BigDecimal sum = BigDecimal.ZERO;
        for (int odd = 1; power.abs().compareTo(SMALLEST) > 0; odd += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(odd), INNER));
            power = power.multiply(square, INNER);
        }
        return sum.multiply(BigDecimal.TWO).round(PRECISE);
    }
}
