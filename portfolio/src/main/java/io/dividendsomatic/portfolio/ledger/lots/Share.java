package io.dividendsomatic.portfolio.ledger.lots;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of a figure, in proportion, to 18 digits after the point (the finest that the database keeps) and half to even,
 * which favours neither side over many divisions. Whoever takes a share keeps the rest by subtraction, so that the parts
 * always sum up to the whole.
 */
final class Share {
    static final int SCALE = 18;
    static final RoundingMode MODE = RoundingMode.HALF_EVEN;

    private Share() {}

    /** {@code figure × part ÷ whole}; the figure itself when the part is the whole. */
    static BigDecimal of(BigDecimal figure, BigDecimal part, BigDecimal whole) {
        return part.compareTo(whole) == 0 ? figure : figure.multiply(part).divide(whole, SCALE, MODE);
    }

    /** A product within the digits that are kept. */
    static BigDecimal product(BigDecimal one, BigDecimal other) {
        BigDecimal product = one.multiply(other);
        return product.scale() > SCALE ? product.setScale(SCALE, MODE) : product;
    }
}
