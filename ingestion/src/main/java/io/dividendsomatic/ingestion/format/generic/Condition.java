package io.dividendsomatic.ingestion.format.generic;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.PlainWords;
import org.jspecify.annotations.Nullable;

/** A test of one value of a row: {@code empty}, {@code present}, {@code currency}, a sign, or a wording. */
record Condition(@Nullable Wording wording, @Nullable State state) {

    /** What a value can be like, whatever it is. */
    enum State {
        EMPTY,
        PRESENT,
        /** A code of a currency, also of pence or cents. */
        CURRENCY,
        NEGATIVE,
        ZERO,
        POSITIVE;

        private boolean isOf(int sign) {
            return switch (this) {
                case EMPTY, CURRENCY -> false;
                case PRESENT -> true;
                case NEGATIVE -> sign < 0;
                case ZERO -> sign == 0;
                case POSITIVE -> sign > 0;
            };
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Condition of(String text) {
        for (State state : State.values()) {
            if (state.name().equalsIgnoreCase(text)) {
                return new Condition(null, state);
            }
        }
        return new Condition(Wording.of(text), null);
    }

    boolean holds(@Nullable CellText cell) {
        if (cell == null) {
            return state == State.EMPTY;
        }
        if (state == State.PRESENT || state == State.EMPTY) {
            return state == State.PRESENT;
        }
        if (state == State.CURRENCY) {
            return CurrencyUnit.find(PlainWords.bare(cell.text())).isPresent();
        }
        if (state == null) {
            return wording != null && wording.fitsPlain(cell.plain());
        }
        try {
            return cell.numbers()
                    .parse(cell.text())
                    .map(number -> state.isOf(number.signum()))
                    .orElse(false);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
