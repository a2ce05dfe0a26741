package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file has the decimal comma that its broker declares, or has been given decimal points since. One number that
 * is one in a single style proves it for the whole file: {@code 12,5}, {@code 0,887} and {@code 1.234,5} prove the
 * comma, {@code 12.5} and {@code 1,234.5} the point; {@code 1,234} and {@code 1.234} prove nothing. A file that proves
 * both is refused. One that proves neither has the comma, as declared; it is refused when that makes a group of digits
 * where the broker makes none, as of {@code 1.234} where it groups by blanks.
 */
public final class NumberProof {
    private @Nullable CsvRow comma;
    private @Nullable CsvRow point;
    private @Nullable CsvRow open;

    /** Takes the cell of a column of numbers into account; what is no number at all counts nothing. */
    public void look(CsvRow row, String cell) {
        boolean readsComma = NumberStyle.COMMA.reads(cell);
        boolean readsPoint = NumberStyle.DOT.reads(cell);
        if (readsComma && !readsPoint) {
            comma = comma == null ? row : comma;
        } else if (readsPoint && !readsComma) {
            point = point == null ? row : point;
        } else if (readsComma && cell.indexOf('.') >= 0) {
            open = open == null ? row : open;
        }
    }

    /**
     * Throws RefusedFile where the numbers contradict each other or leave it open.
     *
     * @param groupsByDots whether the broker writes {@code 1.234} for a thousand and more
     */
    public NumberStyle style(boolean groupsByDots) {
        if (comma != null && point != null) {
            throw new RefusedFile(
                    Math.max(comma.line(), point.line()),
                    ProblemCode.BAD_NUMBER,
                    "numbers have a decimal comma on line %d and a decimal point on line %d"
                            .formatted(comma.line(), point.line()));
        }
        if (comma == null && point == null && open != null && !groupsByDots) {
            throw new RefusedFile(
                    open.line(),
                    ProblemCode.BAD_NUMBER,
                    "no number of the file tells whether its points group digits or part decimals");
        }
        return point != null ? NumberStyle.DOT : NumberStyle.COMMA;
    }
}
