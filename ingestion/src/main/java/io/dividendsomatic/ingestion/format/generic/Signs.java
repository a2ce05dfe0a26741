package io.dividendsomatic.ingestion.format.generic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the sign of a figure in the file means. Amounts are the effect on cash in the end: what was paid is negative.
 *
 * @param amounts of cash
 * @param costs fees and taxes that stand in a trade's own row
 */
record Signs(@Nullable Sign amounts, @Nullable Sign costs) {
    static final Signs BY_KIND = new Signs(Sign.BY_KIND, Sign.BY_KIND);

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Signs {}

    /** Throws IllegalArgumentException for a word that is no rule. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Signs of(String amounts) {
        return Stream.of(Sign.values())
                .filter(known -> known.name().replace('_', '-').equalsIgnoreCase(amounts))
                .findFirst()
                .map(known -> new Signs(known, null))
                .orElseThrow(() -> new IllegalArgumentException(
                        "signs are by-kind, usual-is-positive, as-stated or reversed, not '" + amounts + "'"));
    }

    /** These, with what they leave open from others. */
    Signs or(Signs others) {
        return new Signs(amounts != null ? amounts : others.amounts, costs != null ? costs : others.costs);
    }

    BigDecimal amount(BigDecimal figure, int ofKind) {
        return (amounts == null ? Sign.BY_KIND : amounts).apply(figure, ofKind);
    }

    BigDecimal cost(BigDecimal figure) {
        return (costs == null ? Sign.BY_KIND : costs).apply(figure, -1);
    }

    /** The rule for one figure. */
    enum Sign {
        /** The magnitude is the file's, the sign that of the kind of fact. */
        @JsonProperty("by-kind")
        BY_KIND,
        /** Positive is what is usual for the kind of fact; negative takes an earlier one back. */
        @JsonProperty("usual-is-positive")
        USUAL_IS_POSITIVE,
        /** The file states the effect on cash. */
        @JsonProperty("as-stated")
        AS_STATED,
        /** The file states the effect on cash with the wrong sign. */
        @JsonProperty("reversed")
        REVERSED;

        /** @param ofKind 1 for what brings cash, -1 for what costs, 0 for what may do either */
        BigDecimal apply(BigDecimal figure, int ofKind) {
            return switch (this) {
                case BY_KIND -> ofKind == 0 ? figure : ofKind < 0 ? figure.abs().negate() : figure.abs();
                case USUAL_IS_POSITIVE -> ofKind < 0 ? figure.negate() : figure;
                case AS_STATED -> figure;
                case REVERSED -> figure.negate();
            };
        }
    }
}
