package io.dividendsomatic.ingestion.format.generic;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Trade;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the rows that fit: facts, a reason to pass them over, or a problem.
 *
 * @param when tests of the row's values, all of which must hold; without any, every row fits
 * @param facts that the row tells
 * @param ignore why the row is passed over
 * @param reject why the row is refused
 * @param flag what is wrong with the rows that fit, and does not keep them out
 * @param part as which the row belongs to the main row of its group; without one, its facts stand for themselves
 * @param continues whether the row is the rest of the row above, cell by cell
 */
record Rule(
        Map<String, List<Condition>> when,
        List<FactRule> facts,
        @Nullable String ignore,
        @Nullable Reject reject,
        @Nullable Reject flag,
        @Nullable Part part,
        boolean continues) {

    @JsonCreator
    static Rule of(
            @Nullable Map<String, List<Condition>> when,
            @JsonAlias("fact") @Nullable List<FactRule> facts,
            @Nullable String ignore,
            @Nullable Reject reject,
            @Nullable Reject flag,
            @Nullable Part part,
            boolean continues,
            @JsonAnySetter @Nullable Map<String, Object> unknown) {
        UnknownKey.refuse(unknown, Rule.class);
        boolean told = part != null || (facts != null && !facts.isEmpty());
        long outcomes = Stream.of(told, ignore != null, reject != null, continues)
                .filter(given -> given)
                .count();
        if (outcomes != 1) {
            throw new IllegalArgumentException("a rule needs exactly one of fact, facts, ignore, reject and continues");
        }
        if (flag != null && !told) {
            throw new IllegalArgumentException("a flag stands beside facts");
        }
        return new Rule(
                when == null ? Map.of() : when,
                facts == null ? List.of() : facts,
                ignore,
                reject,
                flag,
                part,
                continues);
    }

    /**
     * What is wrong with the rows that fit.
     *
     * @param value that is the reason; absent where the whole row is
     */
    record Reject(
            ProblemCode code, String message, @Nullable String value) {
        Reject {
            if (code == null || message == null) {
                throw new IllegalArgumentException("reject and flag need a code and a message");
            }
        }
    }

    /** What a row gives to the main row of its group. */
    enum Part {
        /** Its amount is what was paid for the units that came, or got for those that went: together a trade. */
        @JsonProperty("proceeds")
        PROCEEDS,
        /** Its amount is a fee of the trade. */
        @JsonProperty("fee")
        FEE,
        /** Its amount is a tax on the trade. */
        @JsonProperty("tax")
        TAX,
        /** Its amount is the other leg of the conversion. */
        @JsonProperty("counter")
        COUNTER,
        /** One leg of a conversion, of which another row tells the other leg; a price is the rate beside either. */
        @JsonProperty("leg")
        LEG,
        /** Nothing: it tells of the same thing once more. */
        @JsonProperty("note")
        NOTE
    }

    /**
     * A fact of a row. Each of its values stands in the column of the same name, unless {@code fields} names another.
     *
     * @param optional whether the row may lack its figure, and then does not tell this fact
     * @param action of a CORPORATE_ACTION; without it, the word in the column {@code action}
     * @param direction of the units of a CORPORATE_ACTION, where the file does not sign them
     * @param level whether a trade's row is one execution (as without it), or a whole order
     * @param fx how the rate of such rows is meant, where it differs from the others
     */
    record FactRule(
            Kind kind,
            boolean optional,
            CorporateAction.@Nullable Kind action,
            @Nullable Direction direction,
            Trade.@Nullable Level level,
            @Nullable Signs signs,
            Mapping.@Nullable Fx fx,
            @JsonAnySetter Map<String, List<Term>> fields) {

        FactRule {
            if (kind == null) {
                throw new IllegalArgumentException("a fact needs a kind");
            }
            fields = fields == null ? Map.of() : fields;
            List<String> unknown = fields.keySet().stream()
                    .filter(field -> !Fields.isField(field))
                    .toList();
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("a fact has no field " + String.join(", ", unknown));
            }
        }

        /** Where a field's value stands. */
        List<Term> terms(String field) {
            return fields.getOrDefault(field, List.of(Term.of(field)));
        }
    }

    /** Whether units came or went. */
    enum Direction {
        IN,
        OUT
    }

    /**
     * A field's value in a fact: a column by its name in the mapping, the same in every row, or what follows exactly from
     * two columns of the row.
     *
     * @param times two columns, whose product it is, rounded half to even at the 18th place
     * @param minus two columns, of which the first without the second
     */
    record Term(@Nullable String column, @Nullable String value, List<String> times, List<String> minus) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        Term(
                @Nullable String column,
                @Nullable String value,
                @Nullable List<String> times,
                @Nullable List<String> minus) {
            this.column = column;
            this.value = value;
            this.times = times == null ? List.of() : times;
            this.minus = minus == null ? List.of() : minus;
            if (Stream.of(this.times, this.minus).anyMatch(pair -> !pair.isEmpty() && pair.size() != 2)) {
                throw new IllegalArgumentException("times and minus need two columns");
            }
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Term of(String column) {
            return new Term(column, null, null, null);
        }

        /** The columns that it looks at. */
        Stream<String> columns() {
            return Stream.of(Stream.ofNullable(column), times.stream(), minus.stream())
                    .flatMap(names -> names);
        }
    }
}
