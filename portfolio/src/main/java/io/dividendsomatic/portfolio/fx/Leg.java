package io.dividendsomatic.portfolio.fx;

import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way from one currency to another: multiply by one figure, divide by the other. Ways are put together without
 * rounding; only the whole is divided.
 *
 * @param told by whom
 */
record Leg(
        BigDecimal multiply, BigDecimal divide, LocalDate date, Step step, List<String> told, List<SourceRef> sources) {
    /** A rate that has to be divided has 16 significant digits, the last rounded half even. */
    private static final MathContext DIVISION = MathContext.DECIMAL64;

    static Leg of(BigDecimal rate, LocalDate date, Step step, String told, @Nullable SourceRef source) {
        return new Leg(rate, BigDecimal.ONE, date, step, List.of(told), source == null ? List.of() : List.of(source));
    }

    Leg inverse() {
        return new Leg(divide, multiply, date, step, told, sources);
    }

    Leg then(Leg next) {
        return new Leg(
                multiply.multiply(next.multiply),
                divide.multiply(next.divide),
                date.isBefore(next.date) ? date : next.date,
                step.worse(next.step),
                Stream.concat(told.stream(), next.told.stream()).distinct().toList(),
                Stream.concat(sources.stream(), next.sources.stream())
                        .distinct()
                        .toList());
    }

    ResolvedFx resolved() {
        return new ResolvedFx(Fx.known(rate(), date, String.join(" + ", told)), step, sources);
    }

    private BigDecimal rate() {
        if (divide.compareTo(BigDecimal.ONE) == 0) {
            return multiply;
        }
        BigDecimal rate = multiply.divide(divide, DIVISION).stripTrailingZeros();
        return rate.scale() < 0 ? rate.setScale(0) : rate;
    }
}
