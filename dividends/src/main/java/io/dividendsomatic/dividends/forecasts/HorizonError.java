package io.dividendsomatic.dividends.forecasts;

import io.dividendsomatic.dividends.forecasts.Grade.Verdict;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far off forecasts were that many months before, in one currency. What is still open, or was expected without an
 * amount, is counted and in no sum.
 *
 * @param error received less expected, where what was too much and too little cancel out
 * @param absolute the same of each payment without its sign
 * @param percent {@code absolute} of what was received, one digit after the point; absent where nothing was
 */
public record HorizonError(
        int horizon,
        CurrencyCode currency,
        int paid,
        int notPaid,
        int unforeseen,
        int open,
        int withoutAmount,
        Amount expected,
        Amount received,
        Amount error,
        Amount absolute,
        @Nullable BigDecimal percent) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private record Key(int horizon, CurrencyCode currency) {
        static final Comparator<Key> ORDER =
                Comparator.comparingInt(Key::horizon).thenComparing(Key::currency);
    }

    /** The errors by horizon and currency. */
    public static List<HorizonError> of(Collection<Grade> grades) {
        return grades.stream()
                .collect(Collectors.groupingBy(
                        grade -> new Key(grade.horizon(), grade.currency()),
                        () -> new TreeMap<>(Key.ORDER),
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> of(group.getKey(), group.getValue()))
                .toList();
    }

    private static HorizonError of(Key key, List<Grade> grades) {
        List<Grade> counted =
                grades.stream().filter(grade -> grade.error() != null).toList();
        BigDecimal received = sum(counted, Grade::received);
        BigDecimal absolute =
                counted.stream().map(grade -> value(grade.error()).abs()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new HorizonError(
                key.horizon,
                key.currency,
                count(grades, Verdict.PAID),
                count(grades, Verdict.NOT_PAID),
                count(grades, Verdict.UNFORESEEN),
                count(grades, Verdict.OPEN),
                (int) grades.stream()
                        .filter(grade -> grade.verdict() != Verdict.OPEN && grade.expected() == null)
                        .count(),
                new Amount(sum(counted, Grade::expected)),
                new Amount(received),
                new Amount(sum(counted, Grade::error)),
                new Amount(absolute),
                received.signum() <= 0
                        ? null
                        : absolute.multiply(HUNDRED)
                                .divide(received, MathContext.DECIMAL64)
                                .setScale(1, RoundingMode.HALF_UP));
    }

    private static int count(List<Grade> grades, Verdict verdict) {
        return (int) grades.stream().filter(grade -> grade.verdict() == verdict).count();
    }

    private static BigDecimal sum(List<Grade> grades, Function<Grade, @Nullable Amount> part) {
        return grades.stream().map(grade -> value(part.apply(grade))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal value(@Nullable Amount amount) {
        return amount == null ? BigDecimal.ZERO : amount.value();
    }
}
