package io.dividendsomatic.ingestion.format;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a broker writes numbers. Reading is strict: a text is a number from its first to its last character, or refused,
 * groups have three digits each (in India two, but for the last), and none begins with a zero. Length and exponent are bounded before any arithmetic, so
 * that no text is slow.
 */
public final class NumberStyle {
    /** {@code -1,234.5}, {@code 7.335E-6}: Interactive Brokers in every language. */
    public static final NumberStyle DOT = new NumberStyle('.', ",");
    /** {@code -1 234,5}, {@code 1.234,5}: the Nordic countries, Germany, France; groups by any space or by dots. */
    public static final NumberStyle COMMA = new NumberStyle(',', " \u00a0\u202f\u2009.'’");
    /** {@code 1'234.5}: Switzerland; groups by apostrophes, spaces or commas. */
    public static final NumberStyle APOSTROPHE = new NumberStyle('.', "'’ \u00a0\u202f,");

    /** {@code 1,00,000.00}: India; a group of three digits, and before it groups of two. */
    public static final NumberStyle INDIAN = new NumberStyle('.', ",", "(?:\\d++|[1-9]\\d?(?:,\\d{2})*,\\d{3})");

    /** Characters; 38 digits with sign, groups, point and exponent fit. */
    static final int MAX_LENGTH = 60;
    /** A quadrillion; the domain keeps five digits more, so that any sum of rows fits. Beyond it a row is refused. */
    static final int MAX_INTEGER_DIGITS = 15;

    static final int MAX_FRACTION_DIGITS = 18;

    private final Pattern shape;
    private final char decimalPoint;
    private final Pattern groups;

    private NumberStyle(char decimalPoint, String groups) {
        this(decimalPoint, groups, "(?:\\d++|[1-9]\\d{0,2}(?:([%s])\\d{3}(?:\\1\\d{3})*))".formatted(groups));
    }

    private NumberStyle(char decimalPoint, String groups, String digits) {
        this.decimalPoint = decimalPoint;
        this.groups = Pattern.compile("[" + groups + "]");
        String point = Pattern.quote(String.valueOf(decimalPoint));
        this.shape =
                Pattern.compile("[+−-]?(?:%s(?:%s\\d+)?|%s\\d+)(?:[eE][+-]?\\d{1,2})?".formatted(digits, point, point));
    }

    /** Whether the text stands for no value: empty, {@code -} or {@code --}. */
    public static boolean isAbsent(String text) {
        return text.isEmpty() || text.equals("-") || text.equals("--");
    }

    /** Whether the text is a number in this style. */
    boolean reads(String text) {
        return text.length() <= MAX_LENGTH && shape.matcher(text).matches();
    }

    /** The number, or nothing where the text says that there is none. Throws NumberFormatException for all else. */
    public Optional<BigDecimal> parse(String text) {
        if (isAbsent(text)) {
            return Optional.empty();
        }
        if (!reads(text)) {
            throw new NumberFormatException("not a number");
        }
        String plain =
                groups.matcher(text).replaceAll("").replace(decimalPoint, '.').replace('−', '-');
        return Optional.of(bounded(new BigDecimal(plain)));
    }

    /** How many digits the text has after the point, where zeros are its last; else null. */
    @Nullable
    Integer digitsWithZeros(String text) {
        int point = text.lastIndexOf(decimalPoint);
        return point >= 0
                        && reads(text)
                        && text.endsWith("0")
                        && !text.toLowerCase(Locale.ROOT).contains("e")
                ? text.length() - point - 1
                : null;
    }

    private static BigDecimal bounded(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > MAX_FRACTION_DIGITS || stripped.precision() - stripped.scale() > MAX_INTEGER_DIGITS) {
            throw new NumberFormatException("more than %d digits before or %d after the point"
                    .formatted(MAX_INTEGER_DIGITS, MAX_FRACTION_DIGITS));
        }
        return stripped;
    }
}
