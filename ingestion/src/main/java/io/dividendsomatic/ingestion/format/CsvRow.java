package io.dividendsomatic.ingestion.format;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A record of a table.
 *
 * @param line on which it begins, counted from 1
 * @param lines on how many it stands; more than one when a quoted cell holds a line break
 * @param unterminated whether the file ends with this record and no line end after it, as a cut file does
 */
public record CsvRow(SourceText source, int line, int lines, List<String> cells, boolean unterminated)
        implements SourceRow {
    /** Explicit directional formatting (Unicode Standard Annex 9, section 2), and a byte order mark within a file. */
    private static final String MARKS =
            "\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF";

    /**
     * The cell without white space around it, nor the invisible marks of direction that exports of right-to-left systems
     * put there, which would make a number none; empty beyond the last.
     */
    public String cell(int index) {
        return index < cells.size() ? visible(cells.get(index)) : "";
    }

    /** The text without white space and marks of direction around it. */
    public static String visible(String cell) {
        int begin = 0;
        int end = cell.length();
        while (begin < end && isInvisible(cell.charAt(begin))) {
            begin++;
        }
        while (end > begin && isInvisible(cell.charAt(end - 1))) {
            end--;
        }
        return cell.substring(begin, end);
    }

    /** All cells, each as {@link #cell} gives it. */
    public List<String> stripped() {
        return IntStream.range(0, cells.size()).mapToObj(this::cell).toList();
    }

    /** Whether a cell begins as a number or a day does; a row of words alone may be a header. */
    public boolean hasFigure() {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cell(i);
            if (!cell.isEmpty() && "-+0123456789".indexOf(cell.charAt(0)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInvisible(char c) {
        boolean plain = c > ' ' && c <= '~';
        return !plain && (Character.isWhitespace(c) || MARKS.indexOf(c) >= 0);
    }

    public int size() {
        return cells.size();
    }

    @Override
    public String raw() {
        return source.rawLines(line, lines);
    }
}
