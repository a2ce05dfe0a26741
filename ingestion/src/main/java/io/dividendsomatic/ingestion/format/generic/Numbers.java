package io.dividendsomatic.ingestion.format.generic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.ingestion.format.PlainWords;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a table writes numbers: with what decimal mark, and what may stand around the figure. All of it is declared; what
 * is not is refused.
 *
 * @param currencySigns whether {@code $1.50}, {@code -$1.50}, {@code 1,50 €} and {@code USD 1.50} are figures
 * @param parenthesesNegative whether {@code (1.50)} is −1.50
 * @param trailingMinus whether {@code 1.50-} is −1.50
 * @param percentSign whether {@code 5 %} is 5
 */
record Numbers(
        Style style, boolean currencySigns, boolean parenthesesNegative, boolean trailingMinus, boolean percentSign) {
    static final Numbers DOT = of(Style.DOT);

    private static final String SIGN = "(?:[A-Z]{0,3}[$€£¥₹₪₺]|[A-Z]{3}|kr\\.?|zł)";
    private static final Pattern SIGN_BEFORE = Pattern.compile("([-+−(]?)\\s*" + SIGN + "\\s*(?=[-+−.,\\d])");
    private static final Pattern SIGN_BEHIND = Pattern.compile("(?<=[\\d.,])[\\s\u00a0\u202f]*" + SIGN + "(?=\\)?$)");

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Numbers {
        if (style == null) {
            throw new IllegalArgumentException("numbers need a style: dot, comma, apostrophe, indian or either");
        }
    }

    /** Throws IllegalArgumentException for a word that is no style. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Numbers of(String style) {
        return Stream.of(Style.values())
                .filter(known -> known.name().equalsIgnoreCase(style))
                .findFirst()
                .map(Numbers::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "numbers are written dot, comma, apostrophe, indian or either, not '" + style + "'"));
    }

    private static Numbers of(Style style) {
        return new Numbers(style, false, false, false, false);
    }

    /** The decimal mark. */
    enum Style {
        @JsonProperty("dot")
        DOT,
        @JsonProperty("comma")
        COMMA,
        @JsonProperty("apostrophe")
        APOSTROPHE,
        @JsonProperty("indian")
        INDIAN,
        /** A comma or a dot, as the figure itself shows; one that could be read as both is refused. */
        @JsonProperty("either")
        EITHER
    }

    /** The number, or nothing where the text says that there is none. Throws NumberFormatException for all else. */
    Optional<BigDecimal> parse(String text) {
        String figure = PlainWords.bare(text);
        if (currencySigns) {
            figure = SIGN_BEHIND.matcher(figure).replaceFirst("");
            Matcher before = SIGN_BEFORE.matcher(figure);
            figure = before.lookingAt() ? before.group(1) + figure.substring(before.end()) : figure;
        }
        if (percentSign && figure.endsWith("%")) {
            figure = figure.substring(0, figure.length() - 1).strip();
        }
        boolean turned = false;
        if (parenthesesNegative && figure.startsWith("(") && figure.endsWith(")")) {
            figure = figure.substring(1, figure.length() - 1).strip();
            turned = true;
        } else if (trailingMinus && figure.length() > 1 && figure.endsWith("-")) {
            figure = figure.substring(0, figure.length() - 1).strip();
            turned = true;
        }
        Optional<BigDecimal> value = plain(figure);
        return turned ? value.map(BigDecimal::negate) : value;
    }

    private Optional<BigDecimal> plain(String figure) {
        return switch (style) {
            case DOT -> NumberStyle.DOT.parse(figure);
            case COMMA -> NumberStyle.COMMA.parse(figure);
            case APOSTROPHE -> NumberStyle.APOSTROPHE.parse(figure);
            case INDIAN -> NumberStyle.INDIAN.parse(figure);
            case EITHER -> either(figure);
        };
    }

    private static Optional<BigDecimal> either(String figure) {
        if (NumberStyle.isAbsent(figure)) {
            return Optional.empty();
        }
        BigDecimal dot = find(NumberStyle.APOSTROPHE, figure);
        BigDecimal comma = find(NumberStyle.COMMA, figure);
        if (dot != null && comma != null && dot.compareTo(comma) != 0) {
            throw new NumberFormatException(
                    "can be read as " + dot.toPlainString() + " and as " + comma.toPlainString());
        }
        if (dot == null && comma == null) {
            throw new NumberFormatException("not a number");
        }
        return Optional.ofNullable(dot != null ? dot : comma);
    }

    private static @Nullable BigDecimal find(NumberStyle style, String figure) {
        try {
            return style.parse(figure).orElse(null);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
